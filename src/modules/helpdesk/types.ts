import type { InferTypeOf } from "@medusajs/framework/types"
import type { CrmAttachment } from "./models/attachment"
import type { CrmClassification } from "./models/classification"
import type { CrmDepartment } from "./models/department"
import type { CrmTicket } from "./models/ticket"
import type { CrmTicketEvent } from "./models/ticket-event"
import type { CrmTicketMessage } from "./models/ticket-message"
import type { CrmTicketStatus } from "./models/ticket-status"

export type DepartmentDTO = InferTypeOf<typeof CrmDepartment>
export type ClassificationDTO = InferTypeOf<typeof CrmClassification>
export type TicketStatusDTO = InferTypeOf<typeof CrmTicketStatus>
export type TicketDTO = InferTypeOf<typeof CrmTicket>
export type TicketMessageDTO = InferTypeOf<typeof CrmTicketMessage>
export type TicketEventDTO = InferTypeOf<typeof CrmTicketEvent>
export type AttachmentDTO = InferTypeOf<typeof CrmAttachment>

/** Who does something to a ticket. An API key acts as the system: it is nobody's hands. */
export type Actor = { type: "user" | "customer" | "system"; id: string | null }

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
