import { createTransport, type Transporter } from "nodemailer"
import type { TransportSecurity } from "../domain/mail-host"

export type SmtpSettings = {
  host: string
  port: number
  security: TransportSecurity
  username: string | null
  password: string | null
  allow_self_signed: boolean
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
  is_auto_reply: boolean
  attachments: {
    filename: string
    mime_type: string
    content_id: string | null
    content: Buffer
  }[]
}

export type SmtpOutcome = {
  accepted: string[]
  refused: { address: string; response: string; permanent: boolean }[]
  response: string
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
  const transport = transportFor(settings)

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
      headers: mail.is_auto_reply ? AUTO_REPLY_HEADERS : {},
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
      response: info.response ?? "",
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
    return { accepted: [], refused, response: response ?? refused[0].response }
  } finally {
    transport.close()
  }
}

/** Connects and logs in. @throws what nodemailer throws */
export async function checkSmtp(settings: SmtpSettings): Promise<void> {
  const transport = transportFor(settings)

  try {
    await transport.verify()
  } finally {
    transport.close()
  }
}

/** RFC 3834 5.2 and what Microsoft's and older programs look at: no machine answers these. */
const AUTO_REPLY_HEADERS = {
  "Auto-Submitted": "auto-replied",
  "X-Auto-Response-Suppress": "All",
  Precedence: "auto_reply",
}

const transportFor = (settings: SmtpSettings): Transporter =>
  createTransport({
    host: settings.host,
    port: settings.port,
    secure: settings.security === "tls",
    requireTLS: settings.security === "starttls",
    ignoreTLS: settings.security === "none",
    ...(settings.username
      ? { auth: { user: settings.username, pass: settings.password ?? "" } }
      : {}),
    tls: { rejectUnauthorized: !settings.allow_self_signed },
    ...TIMEOUTS,
    ...settings.timeouts,
  })

function refusals(errors: unknown): SmtpOutcome["refused"] {
  if (!Array.isArray(errors)) {
    return []
  }
  return errors.map(({ recipient, response, responseCode }) => ({
    address: String(recipient),
    response: String(response ?? "refused"),
    permanent: Number(responseCode) >= 500,
  }))
}
