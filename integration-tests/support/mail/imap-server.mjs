/**
 * A small IMAP4rev1 server. It keeps mails byte by byte, which the older servers made
 * for tests do not, and is quick enough to be the floor of a benchmark.
 */
import net from "node:net"
import tls from "node:tls"
import { serveImap } from "./imap-session.mjs"

/**
 * @typedef {(user: string, token: string) => boolean} TokenCheck
 *
 * @param {{
 *   mailboxes: import("./mailbox.mjs").Mailbox[], host: string, port: number,
 *   acceptsToken?: TokenCheck, without?: string[],
 *   certificate?: { key: Buffer, cert: Buffer },
 * }} options with a `certificate` it speaks TLS from the first byte; `acceptsToken` takes logins by XOAUTH2 instead of passwords; `without` names
 *   capabilities that are left out
 * @returns {Promise<{ port: number, stop: () => Promise<void> }>}
 */
export async function startImapServer({
  mailboxes,
  host,
  port,
  acceptsToken,
  without,
  certificate,
}) {
  const sockets = new Set()
  const logIn = (user, password) =>
    mailboxes.find((box) => isNameOf(box, user) && box.password === password)
  const logInByToken =
    acceptsToken &&
    ((user, token) =>
      mailboxes.find((box) => isNameOf(box, user) && acceptsToken(user, token)))

  const serve = (socket) => {
    sockets.add(socket)
    socket.setNoDelay(true)
    socket.on("error", () => {})
    socket.on("close", () => sockets.delete(socket))
    serveImap(socket, { logIn, logInByToken, without }).catch((error) =>
      console.error("IMAP:", error)
    )
  }
  const server = certificate
    ? tls.createServer(certificate, serve)
    : net.createServer(serve)
  await new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(port, host, () => resolve())
  })
  return {
    port: server.address().port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

const isNameOf = (box, user) =>
  [box.user, box.address].some((name) => name.toLowerCase() === user.toLowerCase())
