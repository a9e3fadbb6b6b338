/**
 * An SMTP server that answers each step as it is told (RFC 5321): refusals, silence, and connections
 * that end at the worst moment.
 */
import net from "node:net"

/**
 * @typedef {string | "silence" | "cut" | Promise<string>} Reply
 *   a reply line; nothing at all; the end of the connection
 * @typedef {"greeting" | "ehlo" | "starttls" | "auth" | "mail" | "rcpt" | "data" | "end"} Step
 *
 * @returns {Promise<{
 *   host: string
 *   port: number
 *   on: (step: Step, reply: Reply | ((argument: string) => Reply)) => void
 *   reset: () => void
 *   mails: { to: string[], raw: string, messageId: string }[]
 *   logins: () => number
 *   connections: () => number
 *   stop: () => Promise<void>
 * }>} `on` changes one step until `reset`; `mails` holds all that came in whole, whatever was answered
 */
export async function startScriptedSmtp() {
  const sockets = new Set()
  const mails = []
  let replies = {}
  let logins = 0
  let connections = 0

  const server = net.createServer((socket) => {
    connections++
    sockets.add(socket)
    socket.on("error", () => socket.destroy())
    socket.on("close", () => sockets.delete(socket))
    const session = { to: [], data: null, pending: "", socket }
    let order = say(session, "greeting", "220 ready")
    socket.on("data", (chunk) => {
      session.pending += chunk.toString("latin1")
      order = order.then(() => read(session))
    })
  })

  async function read(session) {
    for (let end; (end = session.pending.indexOf("\r\n")) >= 0;) {
      const line = session.pending.slice(0, end)
      session.pending = session.pending.slice(end + 2)
      await (session.data === null ? command(session, line) : content(session, line))
    }
  }

  async function command(session, line) {
    const verb = line.split(/[ :]/)[0].toUpperCase()
    const argument = /<(.*)>/.exec(line)?.[1] ?? ""

    if (verb === "EHLO") {
      return say(
        session,
        "ehlo",
        "250-here\r\n250-STARTTLS\r\n250-AUTH PLAIN\r\n250 8BITMIME"
      )
    }
    if (verb === "STARTTLS") return say(session, "starttls", "454 TLS not available")
    if (verb === "AUTH") {
      logins++
      return say(session, "auth", "235 welcome")
    }
    if (verb === "MAIL") {
      session.to = []
      return say(session, "mail", "250 ok")
    }
    if (verb === "RCPT") {
      const reply = await say(session, "rcpt", "250 ok", argument)
      if (reply.startsWith("2")) session.to.push(argument)
      return
    }
    if (verb === "DATA") {
      const reply = await say(session, "data", "354 go on")
      if (reply.startsWith("3")) session.data = []
      return
    }
    if (verb === "QUIT") return session.socket.end("221 bye\r\n")
    session.socket.write("250 ok\r\n")
  }

  async function content(session, line) {
    if (line !== ".") return session.data.push(line.replace(/^\./, ""))
    const raw = session.data.join("\r\n")
    session.data = null
    mails.push({
      to: session.to,
      raw,
      messageId: /^Message-ID:\s*<([^>]*)>/im.exec(raw)?.[1] ?? "",
    })
    await say(session, "end", "250 taken")
  }

  async function say({ socket }, step, usual, argument = "") {
    const told = replies[step]
    const reply = (await (typeof told === "function" ? told(argument) : told)) ?? usual

    if (reply === "cut") socket.destroy()
    else if (reply !== "silence") socket.write(`${reply}\r\n`)
    return reply
  }

  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)))

  return {
    host: "127.0.0.1",
    port: /** @type {net.AddressInfo} */ (server.address()).port,
    on: (step, reply) => {
      replies[step] = reply
    },
    reset: () => {
      replies = {}
    },
    mails,
    logins: () => logins,
    connections: () => connections,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
