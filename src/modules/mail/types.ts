import type { InferTypeOf } from "@medusajs/framework/types"
import type { CrmInboundMail } from "./models/inbound-mail"
import type { AuthenticationResult } from "./mime/read-email-types"
import type { CrmMailAccount } from "./models/mail-account"
import type { CrmMailAlert } from "./models/mail-alert"
import type { CrmMailObservation } from "./models/mail-observation"
import type { CrmOutboundMail } from "./models/outbound-mail"
import type { CrmSuppressedAddress } from "./models/suppressed-address"

export type MailAccountDTO = InferTypeOf<typeof CrmMailAccount>
export type InboundMailDTO = InferTypeOf<typeof CrmInboundMail>
export type OutboundMailDTO = InferTypeOf<typeof CrmOutboundMail>
export type SuppressedAddressDTO = InferTypeOf<typeof CrmSuppressedAddress>
export type MailAlertDTO = InferTypeOf<typeof CrmMailAlert>
export type MailObservationDTO = InferTypeOf<typeof CrmMailObservation>

/** A file of the File Module that goes out with a mail. */
export type OutboundAttachment = {
  file_id: string
  filename: string
  mime_type: string
  content_id: string | null
}

/** A bounce or a delay that a server reported after it had taken the mail (RFC 3464). */
export type ReportedFailure = {
  at: string
  /** RFC 3463, e.g. `5.1.1`. */
  status: string | null
  permanent: boolean
  inbound_mail_id: string
}

/**
 * What became of one recipient; `pending` is tried again, `accepted` and `refused` end an attempt,
 * and the last two are reported later.
 */
export type RecipientState = {
  address: string
  state: "pending" | "accepted" | "refused" | "bounced" | "delayed"
  /** The server's own words. */
  response: string | null
  failure?: ReportedFailure
}

/** The columns that say where and as whom an account logs in. */
export type ConnectionColumns = Pick<
  MailAccountDTO,
  | "imap_host"
  | "imap_port"
  | "imap_security"
  | "imap_username"
  | "imap_folder"
  | "smtp_host"
  | "smtp_port"
  | "smtp_security"
  | "smtp_username"
  | "allow_self_signed"
>

/** An account that is made once its provider's consent is given. */
export type AccountDraft = ConnectionColumns &
  Pick<MailAccountDTO, "address" | "name" | "department_id">
/** What the servers on the way wrote into the Authentication-Results of one mail, topmost first. */
export type SeenAuthentication = {
  inbound_mail_id: string
  results: AuthenticationResult[]
}

export type Passwords = Partial<Record<"imap_password" | "smtp_password", string | null>>

/** Columns of an account, and the passwords that go into the safe beside it. */
export type MailAccountData = Partial<
  Omit<MailAccountDTO, "id" | "number" | "created_at" | "updated_at" | "deleted_at">
> &
  Passwords
