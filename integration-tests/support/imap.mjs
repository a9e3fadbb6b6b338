/** Mailboxes to read from: a real Dovecot where it is installed, the embedded server elsewhere. */
import { ImapFlow } from "imapflow"
import { dovecotMissing, startDovecot } from "./dovecot.mjs"
import { startMailServers } from "./mail-servers.mjs"

/**
 * @typedef {{
 *   server: "Dovecot" | "the embedded server"
 *   login: (user: string) => { host: string, port: number, username: string, password: string }
 *   append: (user: string, mail: Buffer | string) => void
 *   copy: ((user: string, to: string) => void) | null   null: it cannot
 *   count: (user: string) => Promise<number>
 *   changeUidValidity: ((user: string) => Promise<void>) | null   null: it cannot
 *   client: (user: string) => ImapFlow
 *   stop: () => Promise<void>
 * }} Mailboxes
 *
 * @param {{ users: string[] }} options
 * @returns {Promise<Mailboxes>}
 */
export const startMailboxes = ({ users }) =>
  dovecotMissing() ? embedded(users) : dovecot(users)

async function dovecot(users) {
  const server = await startDovecot({ users })
  const { host, port, password, append, copy, count, changeUidValidity, client, stop } =
    server

  return {
    server: "Dovecot",
    login: (username) => ({ host, port, username, password }),
    append,
    copy,
    count,
    changeUidValidity,
    client,
    stop,
  }
}

async function embedded(users) {
  const addressOf = (user) => `${user}@shop.test`
  const server = await startMailServers({
    domain: "shop.test",
    mailboxes: users.map((user) => ({ address: addressOf(user), user, password: "pw" })),
  })
  const login = (user) => {
    const { host, port, password } = server.mailboxes[users.indexOf(user)].imap
    return { host, port, username: user, password }
  }
  return {
    server: "the embedded server",
    login,
    append: (user, mail) => server.deliver(mail, addressOf(user)),
    copy: null,
    count: async (user) => server.messages(addressOf(user)).length,
    changeUidValidity: null,
    client: (user) => {
      const { host, port, username, password } = login(user)
      const client = new ImapFlow({
        host,
        port,
        secure: false,
        doSTARTTLS: false,
        auth: { user: username, pass: password },
        logger: false,
      })
      client.on("error", () => {})
      return client
    },
    stop: () => server.stop(),
  }
}
