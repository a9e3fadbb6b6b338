/** One mailbox of a header: the display name as written (may be empty) and the address. */
export type Address = { name: string; address: string }

export type EmailAttachment = {
  filename: string
  mime_type: string
  size: number
  content_id: string | null
  inline: boolean
  sha256: string
  content: Uint8Array
}

export type AutomatedKind =
  "none" | "auto_reply" | "bounce" | "complaint" | "bulk" | "receipt"

export type BouncedRecipient = {
  address: string
  status: string | null
  permanent: boolean
}

/** What happened to one recipient of a bounce, beside the status. */
export type DeliveryStatus = {
  address: string
  /** `delayed`: a server still tries. */
  action: "failed" | "delayed"
  /** The server's own words. */
  words: string | null
}

export type ForwardedEmail = {
  from: Address | null
  to: Address[]
  cc: Address[]
  subject: string
  text: string
}

export type AuthenticationVerdict =
  "pass" | "fail" | "none" | "neutral" | "softfail" | "policy" | "temperror" | "permerror"

/** What one `Authentication-Results` header claims (RFC 8601). Trust it only when its
 * `authserv_id` is the one configured for the mail account: anybody can write the header. */
export type AuthenticationResult = {
  /** Empty when the header names no server (Microsoft writes it so). */
  authserv_id: string
  dmarc: AuthenticationVerdict
  /** `header.from` of DMARC: the domain it speaks of. Missing where the server does not say. */
  dmarc_domain?: string
  dkim: AuthenticationVerdict
  spf: AuthenticationVerdict
}

export type ReadEmail = {
  message_id: string | null
  in_reply_to: string[]
  references: string[]
  from: Address | null
  reply_to: Address[]
  to: Address[]
  cc: Address[]
  subject: string
  /** ISO 8601, as the sender claims it. */
  date: string | null
  /** What the person wrote now: quoted history and signature removed. */
  reply_text: string
  signature_text: string
  quoted_text: string
  /** The same cut made in the HTML part, sanitised. */
  reply_html: string | null
  /** The whole message as text. */
  text: string
  /** Sanitised. `cid:` images keep their `src`; remote images carry it as `data-src`. */
  html: string | null
  attachments: EmailAttachment[]
  forwarded: ForwardedEmail | null
  automated: { kind: AutomatedKind; reason: string | null }
  /** False for every machine, list and no-reply sender: another question than `kind`. */
  may_auto_reply: boolean
  bounce: { recipients: BouncedRecipient[]; original_message_id: string | null } | null
  /** Of a bounce: the recipients of `bounce` once more, with what happened to each. */
  delivery_status: DeliveryStatus[]
  /** Malformed parts, caps hit, replaced bytes: shown to the agent, never thrown. */
  problems: string[]
  /** In header order: the topmost was added last, by the server nearest to us. */
  authentication_results: AuthenticationResult[]
  /** The envelope sender: "" for the null sender `<>`, null when the header is missing. */
  return_path: string | null
  /** Came through a mailing list or newsletter (RFC 2369, RFC 2919). */
  list: boolean
  received_hops: number
  /** Values of `X-Loop`, for recognising our own mail that comes back. */
  loop_tokens: string[]
}
