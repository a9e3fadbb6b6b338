import { z } from "@medusajs/framework/zod"
import {
  STATUS_CATEGORIES,
  type StatusCategory,
} from "../../../../modules/helpdesk/domain/ticket-status"
import { id, paging, type Paged } from "../../../admin/crm/contract"

/** A file's id, or `id:token` for one that was uploaded without an account. */
const attachmentIds = z.array(z.string().trim().min(1).max(200)).max(50).default([])
const message = z
  .string()
  .max(50_000, "The message is too long: 50,000 characters are the limit")
  .refine((text) => text.trim() !== "", "Write a message")

export const ListStoreTickets = z.strictObject({
  ...paging,
  status: z.enum(STATUS_CATEGORIES).optional(),
})
export type ListStoreTickets = z.infer<typeof ListStoreTickets>

export const OpenRequest = z.strictObject({
  department_id: id,
  subject: z.string().trim().min(1, "Write a subject").max(255),
  message,
  name: z.string().trim().max(255).optional(),
  phone: z.string().trim().max(40).optional(),
  order_id: id.optional(),
  attachment_ids: attachmentIds,
  custom_fields: z.record(z.string().max(40), z.unknown()).default({}),
  /** Colleagues of a sharing group do not see it. */
  private_to_me: z.boolean().default(false),
})
export type OpenRequest = z.infer<typeof OpenRequest>

export const ReplyToRequest = z.strictObject({ message, attachment_ids: attachmentIds })
export type ReplyToRequest = z.infer<typeof ReplyToRequest>

export const Nothing = z.strictObject({})

export type StoreAttachment = {
  id: string
  filename: string
  mime_type: string
  size: number
}

export type StoreMessage = {
  id: string
  from: { name: string; kind: "you" | "colleague" | "shop" }
  body_text: string
  /** Sanitised; to be shown in a sandboxed frame all the same. */
  body_html: string | null
  attachments: StoreAttachment[]
  created_at: string
}

export type StoreTicket = {
  id: string
  number: number
  subject: string
  /** The name is the merchant's own (D-04). */
  status: { name: string; category: StatusCategory }
  department: { id: string; name: string }
  order: { id: string; display_id: string } | null
  created_at: string
  last_message_at: string
  awaiting: "agent" | "customer" | "none"
  can_reply: boolean
  can_close: boolean
  can_reopen: boolean
  /** A colleague's. */
  is_shared: boolean
  rating: { value: number; comment: string | null } | null
  /** Of one ticket: it is closed, an agent helped, and its department asks. */
  can_rate?: boolean
  /** Of one ticket, oldest first. */
  messages?: StoreMessage[]
  history?: { id: string; kind: "opened" | "closed" | "reopened" | "moved"; at: string }[]
}

export type StoreTicketResponse = { ticket: StoreTicket }
export type StoreTicketsResponse = { tickets: StoreTicket[] } & Paged
