import type { InferTypeOf } from "@medusajs/framework/types"
import type { CrmAttachment } from "./models/attachment"
import type { CrmClassification } from "./models/classification"
import type { CrmContactForm } from "./models/contact-form"
import type { CrmCustomField } from "./models/custom-field"
import type { CrmDepartment } from "./models/department"
import type { CrmFollowUp } from "./models/follow-up"
import type { CrmTicket } from "./models/ticket"
import type { CrmTicketEvent } from "./models/ticket-event"
import type { CrmTicketMessage } from "./models/ticket-message"
import type { CrmTicketRating } from "./models/ticket-rating"
import type { CrmTicketStatus } from "./models/ticket-status"

export type DepartmentDTO = InferTypeOf<typeof CrmDepartment>
export type ClassificationDTO = InferTypeOf<typeof CrmClassification>
export type TicketStatusDTO = InferTypeOf<typeof CrmTicketStatus>
export type TicketDTO = InferTypeOf<typeof CrmTicket>
export type TicketMessageDTO = InferTypeOf<typeof CrmTicketMessage>
export type TicketEventDTO = InferTypeOf<typeof CrmTicketEvent>
export type TicketRatingDTO = InferTypeOf<typeof CrmTicketRating>
export type FollowUpDTO = InferTypeOf<typeof CrmFollowUp>
export type CustomFieldDTO = InferTypeOf<typeof CrmCustomField>
export type ContactFormDTO = InferTypeOf<typeof CrmContactForm>
export type AttachmentDTO = InferTypeOf<typeof CrmAttachment>

/** Who does something to a ticket. An API key acts as the system: it is nobody's hands. */
export type Actor = { type: "user" | "customer" | "system"; id: string | null }

/** What a scheduled reply does when it leaves, and when the customer writes before it does. */
export type OnRelease = {
  /** `unchanged`, a category or the id of a status. */
  status_after: string
  keep_in_my_tickets: boolean
  if_customer_writes: "ask" | "cancel"
  /** Nobody is asked how it was, if this closes the ticket. */
  skip_rating?: boolean
}

/** A file that is in the File Module and not yet on a ticket. */
export type StoredFile = {
  /** Of the attachment it becomes. */
  id: string
  file_id: string
  filename: string
  mime_type: string
  size: number
  sha256: string
  content_id: string | null
  inline: boolean
}
