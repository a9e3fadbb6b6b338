/** An SMTP server that delivers into mailboxes, and keeps aside what would leave the house. */
import { SMTPServer } from "smtp-server"

const MAX_SIZE = 50 * 1024 * 1024

/**
 * @param {{ host: string, port: number, name: string,
 *   refusalOf: (recipient: string) => string | null,
 *   acceptsToken?: import("./imap-server.mjs").TokenCheck,
 *   certificate?: { key: Buffer, cert: Buffer },
 *   receive: (mail: { raw: Buffer, sender: string, recipients: string[], client: string }) => void }} options
 *   `refusalOf` answers an SMTP reply such as `550 5.1.1 No such user`, or null to accept; with
 *   `acceptsToken` nothing is taken without a login by XOAUTH2
 */
export async function startSmtpServer({
  host,
  port,
  name,
  refusalOf,
  acceptsToken,
  certificate,
  receive,
}) {
  const server = new SMTPServer({
    name,
    banner: "demo mail server",
    size: MAX_SIZE,
    ...(certificate && { ...certificate, secure: true }),
    authOptional: !acceptsToken,
    authMethods: acceptsToken ? ["XOAUTH2"] : ["PLAIN", "LOGIN"],
    allowInsecureAuth: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    closeTimeout: 100,
    onAuth: (auth, _session, done) =>
      done(
        null,
        !acceptsToken || acceptsToken(auth.username, auth.accessToken)
          ? { user: auth.username }
          : { data: { status: "401", schemes: "bearer mac", scope: "mail" } }
      ),
    onRcptTo({ address }, _session, done) {
      const refusal = refusalOf(address)
      done(refusal ? replyError(refusal) : null)
    },
    onData(stream, session, done) {
      const chunks = []
      stream.on("data", (chunk) => chunks.push(chunk))
      stream.on("end", () => {
        if (stream.sizeExceeded)
          return done(replyError("552 5.3.4 The mail is too large"))
        const { mailFrom, rcptTo } = session.envelope
        receive({
          raw: Buffer.concat(chunks),
          sender: mailFrom ? mailFrom.address : "",
          recipients: rcptTo.map(({ address }) => address),
          client: `${session.hostNameAppearsAs || "unknown"} ([${session.remoteAddress}])`,
        })
        done(null, "2.0.0 Delivered")
      })
    },
  })
  server.on("error", () => {})
  await new Promise((resolve, reject) => {
    server.server.once("error", reject)
    server.listen(port, host, () => resolve())
  })
  return {
    port: server.server.address().port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function replyError(reply) {
  const [, code, text] = /^(\d{3}) (.*)$/s.exec(reply)
  return Object.assign(new Error(text), { responseCode: Number(code) })
}
