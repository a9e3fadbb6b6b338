/** A real SMTP server that keeps what it is given, and can be told to refuse it. */
import PostalMime from "postal-mime"
import { SMTPServer } from "smtp-server"
import { until } from "./until.mjs"

/**
 * @typedef {{
 *   from: string | null, to: string[], raw: Buffer, parsed: import("postal-mime").Email,
 *   header: (name: string) => string | undefined
 * }} SentMail `from` and `to` are those of the envelope
 *
 * @returns {Promise<{
 *   host: string
 *   port: number
 *   mails: SentMail[]
 *   mailTo: (address: string, index?: number) => Promise<SentMail>
 *   refuse: (recipient: string, code: number, words: string) => void
 *   accept: (recipient: string) => void
 *   stop: () => Promise<void>
 * }>} `mailTo` waits for the first mail, or the one with that index, to an address
 */
export async function startSmtpSink() {
  const mails = []
  const refusals = new Map()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      const refusal = refusals.get(address)
      done(
        refusal && Object.assign(new Error(refusal.words), { responseCode: refusal.code })
      )
    },
    onData: async (stream, { envelope }, done) => {
      const chunks = []
      for await (const chunk of stream) chunks.push(chunk)
      const raw = Buffer.concat(chunks)
      const parsed = await PostalMime.parse(raw)
      mails.push({
        from: envelope.mailFrom ? envelope.mailFrom.address : null,
        to: envelope.rcptTo.map(({ address }) => address),
        raw,
        parsed,
        header: (name) =>
          parsed.headers.find(({ key }) => key === name.toLowerCase())?.value,
      })
      done()
    },
  })
  server.on("error", () => {})
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)))

  return {
    host: "127.0.0.1",
    port: server.server.address().port,
    mails,
    mailTo: (address, index = 0) =>
      until(() => mails.filter(({ to }) => to.includes(address))[index], {
        what: () =>
          `mail ${index + 1} to ${address}; there are: ${mails.map(({ to }) => to)}`,
      }),
    refuse: (recipient, code, words) => void refusals.set(recipient, { code, words }),
    accept: (recipient) => void refusals.delete(recipient),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
