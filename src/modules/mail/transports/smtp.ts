import type { Socket } from "node:net"
import { createTransport, type Transporter } from "nodemailer"
import type { TransportSecurity } from "../domain/mail-host"
import type { SmtpOutcome } from "../domain/recipient-outcomes"
import { withLogin, type Credentials, type Login } from "./login"
import { checkedHost, openSocket, type MailHostPolicy } from "./mail-host"
import { cutText } from "../../../cut-text"

export type SmtpSettings = {
  host: string
  port: number
  security: TransportSecurity
  /** Null: the server takes mail without a login. */
  username: string | null
  login: Login
  allow_self_signed: boolean
  hosts: MailHostPolicy
  /** Milliseconds; what is left out is as usual. */
  timeouts?: Partial<typeof TIMEOUTS>
}

export type LeavingMail = {
  from: { name: string; address: string }
  to: string[]
  cc: string[]
  /** All who get it now: a recipient that was served by an earlier attempt is left out. */
  envelope_to: string[]
  subject: string
  text: string
  html: string | null
  message_id: string
  in_reply_to: string | null
  references: string[]
  /** Null for a mail that a person wrote. @see loopToken */
  loop_token: string | null
  /** Beside those that every mail has. */
  headers?: Record<string, string>
  attachments: {
    filename: string
    mime_type: string
    content_id: string | null
    content: Buffer
  }[]
}

const TIMEOUTS = {
  connectionTimeout: 20_000,
  greetingTimeout: 15_000,
  socketTimeout: 60_000,
}

/**
 * Hands one mail to the server.
 * @returns what became of each recipient
 * @throws what nodemailer throws when nothing was decided for anybody, see `serverWords`
 */
export async function sendMail(
  settings: SmtpSettings,
  mail: LeavingMail
): Promise<SmtpOutcome> {
  return withTransport(settings, (transport) => handOver(transport, mail))
}

async function handOver(transport: Transporter, mail: LeavingMail): Promise<SmtpOutcome> {
  try {
    const info = await transport.sendMail({
      from: mail.from,
      to: mail.to,
      cc: mail.cc,
      envelope: { from: mail.from.address, to: mail.envelope_to },
      subject: mail.subject,
      text: mail.text,
      ...(mail.html === null ? {} : { html: mail.html }),
      messageId: `<${mail.message_id}>`,
      ...(mail.in_reply_to ? { inReplyTo: `<${mail.in_reply_to}>` } : {}),
      references: mail.references.map((id) => `<${id}>`),
      headers: {
        ...(mail.loop_token ? autoReplyHeaders(mail.loop_token) : {}),
        ...mail.headers,
      },
      attachments: mail.attachments.map(
        ({ filename, mime_type, content, content_id }) => ({
          filename,
          content,
          contentType: mime_type,
          ...(content_id ? { cid: content_id } : {}),
        })
      ),
      disableFileAccess: true,
      disableUrlAccess: true,
    })
    return {
      accepted: (info.accepted ?? []).map(String),
      refused: refusals(info.rejectedErrors),
      response: spoken(info.response),
    }
  } catch (error) {
    const { rejectedErrors, response } = error as {
      rejectedErrors?: unknown
      response?: string
    }
    const refused = refusals(rejectedErrors)

    if (!refused.length) {
      throw error
    }
    return { accepted: [], refused, response: spoken(response) || refused[0].response }
  }
}

/** Connects and logs in. @throws what nodemailer throws */
export async function checkSmtp(settings: SmtpSettings): Promise<void> {
  await withTransport(settings, (transport) => transport.verify())
}

const withTransport = <T>(
  settings: SmtpSettings,
  work: (transport: Transporter) => Promise<T>
): Promise<T> =>
  withLogin(settings.login, async (credentials) => {
    const { connection, checked } = await connected(settings)
    const transport = transportOn(connection, checked.host, settings, credentials)

    try {
      return await work(transport)
    } catch (error) {
      throw connection.bytesRead ? error : unreached(error)
    } finally {
      transport.close()
    }
  })

/** nodemailer would resolve the host by itself, so it is given a connection to what was checked. */
async function connected({ host, port, hosts, timeouts }: SmtpSettings) {
  const { connectionTimeout } = { ...TIMEOUTS, ...timeouts }

  try {
    const checked = await checkedHost(host, hosts)
    return { checked, connection: await openSocket(checked, port, connectionTimeout) }
  } catch (error) {
    throw unreached(error)
  }
}

/** Tells the failure from one in the middle of a mail. @see sendFailureOf */
const unreached = (error: unknown) =>
  error instanceof Error ? Object.assign(error, { isUnreached: true }) : error

/**
 * RFC 3834 5.2 and what Microsoft's and older programs look at: no machine answers these. Where it
 * comes back all the same, `X-Loop` tells it apart.
 */
const autoReplyHeaders = (loopToken: string) => ({
  "Auto-Submitted": "auto-replied",
  "X-Auto-Response-Suppress": "All",
  Precedence: "auto_reply",
  "X-Loop": loopToken,
})

const transportOn = (
  connection: Socket,
  host: string,
  { port, security, username, allow_self_signed, timeouts }: SmtpSettings,
  credentials: Credentials
): Transporter =>
  createTransport({
    host,
    port,
    connection,
    secure: security === "tls",
    requireTLS: security === "starttls",
    ignoreTLS: security === "none",
    ...(username ? { auth: authOf(username, credentials) } : {}),
    tls: { rejectUnauthorized: !allow_self_signed },
    ...TIMEOUTS,
    ...timeouts,
  })

const authOf = (user: string, credentials: Credentials) =>
  "password" in credentials
    ? { user, pass: credentials.password }
    : { type: "OAuth2" as const, user, accessToken: credentials.accessToken }

/** What a server said, on one line: a database keeps no NUL, and a page no control characters. */
const spoken = (response: unknown): string =>
  cutText(
    String(response ?? "")
      .replace(/[\p{Cc}\s]+/gu, " ")
      .trim(),
    500
  )

function refusals(errors: unknown): SmtpOutcome["refused"] {
  if (!Array.isArray(errors)) {
    return []
  }
  return errors.map(({ recipient, response, responseCode }) => ({
    address: String(recipient),
    response: spoken(response) || "refused",
    permanent: Number(responseCode) >= 500,
  }))
}
