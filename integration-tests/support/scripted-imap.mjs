/**
 * An IMAP server that misbehaves as it is told (RFC 3501 as far as a poll needs it): what real servers
 * do only once in a year, the tests see here.
 */
import net from "node:net"

/**
 * @typedef {{ uid: number, raw: Buffer }} Mail
 * @typedef {{
 *   greeting?: () => string
 *   login?: () => string
 *   select?: () => string
 *   fetch?: (asked: Mail[]) => Mail[]
 *   fetched?: () => string
 * }} Script `greeting` is the whole first line, `fetch` what is sent for what was asked; the others are
 *   tagged answers without their tag
 *
 * @returns {Promise<{
 *   host: string
 *   port: number
 *   script: Script
 *   folder: { uidValidity: number, uidNext: number, mails: Mail[] }
 *   logins: () => number
 *   stop: () => Promise<void>
 * }>} `script` and `folder` may be changed at any time
 */
export async function startScriptedImap() {
  /** @type {Script} */
  const script = {}
  /** @type {{ uidValidity: number, uidNext: number, mails: Mail[] }} */
  const folder = { uidValidity: 1, uidNext: 1, mails: [] }
  const sockets = new Set()
  let logins = 0

  const server = net.createServer((socket) => {
    sockets.add(socket)
    socket.on("error", () => socket.destroy())
    socket.on("close", () => sockets.delete(socket))
    socket.write(script.greeting?.() ?? "* OK ready\r\n")
    let pending = ""
    socket.on("data", (chunk) => {
      pending += chunk.toString("latin1")
      for (let end = pending.indexOf("\r\n"); end >= 0; end = pending.indexOf("\r\n")) {
        answer(socket, pending.slice(0, end))
        pending = pending.slice(end + 2)
      }
    })
  })

  function answer(socket, line) {
    const [, tag, command, rest] = /^(\S+) (UID \S+|\S+) ?(.*)$/.exec(line) ?? []
    const done = (text) => socket.write(text.replace("TAG", tag))
    switch (command?.toUpperCase()) {
      case "CAPABILITY":
        return done("* CAPABILITY IMAP4rev1\r\nTAG OK done\r\n")
      case "LOGIN":
        logins++
        return done(`TAG ${script.login?.() ?? "OK logged in"}\r\n`)
      case "LIST":
        return done(`* LIST () "/" INBOX\r\nTAG OK done\r\n`)
      case "EXAMINE":
      case "SELECT":
        return done(
          `* ${folder.mails.length} EXISTS\r\n* OK [UIDVALIDITY ${folder.uidValidity}] ok\r\n` +
            `* OK [UIDNEXT ${folder.uidNext}] ok\r\nTAG ${script.select?.() ?? "OK [READ-ONLY] selected"}\r\n`
        )
      case "UID SEARCH":
        return done(`* SEARCH ${found(rest).join(" ")}\r\nTAG OK done\r\n`)
      case "UID FETCH":
        return fetch(socket, rest, tag)
      case "LOGOUT":
        done("* BYE see you\r\nTAG OK done\r\n")
        return socket.end()
      default:
        return done("TAG OK done\r\n")
    }
  }

  const found = (query) => {
    const wanted = inSet(/UID (\S+)/i.exec(query)?.[1] ?? "1:*")
    return folder.mails.map(({ uid }) => uid).filter(wanted)
  }

  function fetch(socket, query, tag) {
    const asked = folder.mails.filter(({ uid }) => inSet(query.split(" ")[0])(uid))
    const sent = script.fetch?.(asked) ?? asked

    for (const { uid, raw } of sent) {
      const number = folder.mails.findIndex((mail) => mail.uid === uid) + 1 || 1
      socket.write(
        `* ${number} FETCH (UID ${uid} INTERNALDATE "16-Nov-2026 08:00:00 +0000" BODY[] {${raw.length}}\r\n`
      )
      socket.write(raw)
      socket.write(")\r\n")
    }
    socket.write(`${tag} ${script.fetched?.() ?? "OK done"}\r\n`)
  }

  /** `n:*` names the last mail even when it is below n (RFC 3501 6.4.8). */
  function inSet(set) {
    const highest = Math.max(0, ...folder.mails.map(({ uid }) => uid))
    const number = (text) => (text === "*" ? highest : Number(text))
    const ranges = set.split(",").map((part) => {
      const [from, to = from] = part.split(":").map(number)
      return [Math.min(from, to), Math.max(from, to)]
    })
    return (uid) => ranges.some(([from, to]) => uid >= from && uid <= to)
  }

  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)))

  return {
    host: "127.0.0.1",
    port: /** @type {net.AddressInfo} */ (server.address()).port,
    script,
    folder,
    logins: () => logins,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
