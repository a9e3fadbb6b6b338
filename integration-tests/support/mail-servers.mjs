/**
 * A mail world of its own: an SMTP server and mailboxes readable by IMAP, both plain and on this
 * machine only. For the demo, the tests and the bench.
 */
import { startImapServer } from "./mail/imap-server.mjs"
import { withDeliveryHeaders } from "./mail/delivery-headers.mjs"
import { Mailbox } from "./mail/mailbox.mjs"
import { startSmtpServer } from "./mail/smtp-server.mjs"

const HOST = "127.0.0.1"

/**
 * @typedef {{ raw: Buffer, sender: string, recipients: string[], at: Date }} OutsideMail
 * @typedef {import("./mail/mailbox.mjs").Mail} Mail
 *
 * @param {{
 *   domain: string,
 *   mailboxes: { address: string, user?: string, password: string, port?: number }[],
 *   storeDir?: string, smtpPort?: number, imapPort?: number, authservId?: string,
 *   acceptsToken?: import("./mail/imap-server.mjs").TokenCheck, imapWithout?: string[],
 *   certificate?: { key: Buffer, cert: Buffer },
 * }} options
 *   Every mailbox is reachable through one IMAP port, one with a `port` of its own through that.
 *   The user is the address unless said otherwise. Without `storeDir` mail is kept in memory.
 *   `authservId` (`mail.<domain>`) signs what the server says about senders.
 *   With a `certificate` both servers speak TLS, with `acceptsToken` they take a provider's token and no password.
 */
export async function startMailServers({
  domain,
  mailboxes: wanted,
  storeDir,
  smtpPort = 0,
  imapPort = 0,
  authservId = `mail.${domain}`,
  acceptsToken,
  imapWithout,
  certificate,
}) {
  const boxes = wanted.map(
    ({ address, user = address, password }) =>
      new Mailbox({ address: address.toLowerCase(), user, password, storeDir })
  )
  const domains = new Set([domain, ...boxes.map(({ address }) => domainOf(address))])
  /** @type {OutsideMail[]} */
  const outside = []
  /** @type {Map<string, string>} */
  const refusals = new Map()

  const boxOf = (address) => boxes.find((box) => box.address === withoutTag(address))
  const known = (address) => {
    const box = boxOf(address)
    if (!box) throw new Error(`There is no mailbox ${address} on the mail servers`)
    return box
  }
  const refusalOf = (address) =>
    refusals.get(address.toLowerCase()) ??
    (domains.has(domainOf(address)) && !boxOf(address)
      ? `550 5.1.1 <${address}>: there is no such mailbox here`
      : null)

  function receive({ raw, sender, recipients, client }) {
    const away = recipients.filter((address) => !boxOf(address))
    if (away.length) outside.push({ raw, sender, recipients: away, at: new Date() })
    for (const recipient of new Set(recipients.filter(boxOf))) {
      const headers = { authservId, sender, recipient, client, now: new Date() }
      boxOf(recipient).inbox.append(withDeliveryHeaders(raw, headers))
    }
  }

  const smtp = await startSmtpServer({
    host: HOST,
    port: smtpPort,
    name: authservId,
    refusalOf,
    acceptsToken,
    certificate,
    receive,
  })
  const imap = new Map()
  for (const port of new Set(wanted.map((box) => box.port ?? imapPort))) {
    imap.set(
      port,
      await startImapServer({
        mailboxes: boxes,
        host: HOST,
        port,
        acceptsToken,
        without: imapWithout,
        certificate,
      })
    )
  }

  let stopped
  return {
    authservId,
    smtp: { host: HOST, port: smtp.port },
    mailboxes: wanted.map(({ address, user = address, password, port = imapPort }) => ({
      address,
      imap: { host: HOST, port: imap.get(port).port, user, password },
    })),

    /**
     * Puts a mail into mailboxes past SMTP: byte by byte as given, unless a `sender` is named, whose
     * mail gets the headers that delivery by SMTP adds.
     * @param {Buffer | string} raw @param {string | string[]} recipients @returns {Mail[]}
     */
    deliver(raw, recipients, { sender, flags, internalDate, folder = "INBOX" } = {}) {
      const bytes = Buffer.isBuffer(raw) ? raw : Buffer.from(raw)
      return [recipients].flat().map((recipient) => {
        const client = "localhost ([127.0.0.1])"
        const headers = { authservId, sender, recipient, client, now: new Date() }
        const mail = sender === undefined ? bytes : withDeliveryHeaders(bytes, headers)
        return known(recipient).folder(folder).append(mail, { flags, internalDate })
      })
    },

    /** What lies in a mailbox, oldest first. @returns {Mail[]} */
    messages: (address, folder = "INBOX") => [
      ...(known(address).folder(folder)?.mails ?? []),
    ],

    /** Deletes all mail of a mailbox, as its owner might. */
    empty: (address, folder = "INBOX") => {
      const { mails } = known(address).folder(folder)
      known(address).folder(folder).expunge(mails)
    },

    /** Mail to other domains: nothing leaves this machine. */
    outside: () => [...outside],

    /**
     * Waits for a mail, one that is there already or the next one.
     * @param {string} address @param {(mail: Mail) => unknown} [matches]
     * @returns {Promise<Mail>}
     */
    waitForMail(address, matches = () => true, timeoutMs = 30_000) {
      const { inbox } = known(address)
      return new Promise((resolve, reject) => {
        const look = () => {
          const found = inbox.mails.find(matches)
          if (!found) return
          finish()
          resolve(found)
        }
        const giveUp = () => {
          finish()
          reject(new Error(`No such mail reached ${address} within ${timeoutMs} ms`))
        }
        const timer = setTimeout(giveUp, timeoutMs)
        const finish = () => {
          clearTimeout(timer)
          inbox.off("arrived", look)
        }
        inbox.on("arrived", look)
        look()
      })
    },

    /** From now on the SMTP server refuses a recipient, e.g. with `451 4.3.0 Try later`. */
    refuse: (address, reply) => void refusals.set(address.toLowerCase(), reply),
    accept: (address) => void refusals.delete(address.toLowerCase()),

    stop: () =>
      (stopped ??= (async () => {
        await Promise.all([
          smtp.stop(),
          ...[...imap.values()].map((server) => server.stop()),
        ])
        for (const box of boxes) box.flush()
      })()),
  }
}

const domainOf = (address) => address.slice(address.lastIndexOf("@") + 1).toLowerCase()

/** `service+abc@shop.test` is delivered to `service@shop.test` (RFC 5233). */
const withoutTag = (address) => address.toLowerCase().replace(/\+[^@]*(?=@)/, "")
