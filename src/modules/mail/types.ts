import type { InferTypeOf } from "@medusajs/framework/types"
import type { CrmInboundMail } from "./models/inbound-mail"
import type { AuthenticationResult } from "./mime/read-email-types"
import type { CrmMailAccount } from "./models/mail-account"
import type { CrmMailAlert } from "./models/mail-alert"
import type { CrmMailObservation } from "./models/mail-observation"
import type { CrmOutboundMail } from "./models/outbound-mail"

export type MailAccountDTO = InferTypeOf<typeof CrmMailAccount>
export type InboundMailDTO = InferTypeOf<typeof CrmInboundMail>
export type OutboundMailDTO = InferTypeOf<typeof CrmOutboundMail>
export type MailAlertDTO = InferTypeOf<typeof CrmMailAlert>
export type MailObservationDTO = InferTypeOf<typeof CrmMailObservation>

/** A file of the File Module that goes out with a mail. */
export type OutboundAttachment = {
  file_id: string
  filename: string
  mime_type: string
  content_id: string | null
}

/** What became of one recipient; `pending` is tried again, the other two are final. */
export type RecipientState = {
  address: string
  state: "pending" | "accepted" | "refused"
  response: string | null
}

/** What the servers on the way wrote into the Authentication-Results of one mail, topmost first. */
export type SeenAuthentication = {
  inbound_mail_id: string
  results: AuthenticationResult[]
}
