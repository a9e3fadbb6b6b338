import type { Attachment } from "../../api/admin/crm/attachments/contract"
import type { CreateTicket } from "../../api/admin/crm/tickets/contract"
import type { Format } from "./reply-draft"
import { addressesOf, looksLikeAddress } from "./addresses"

/** What the form for a new ticket holds. */
export type NewTicket = {
  customer: { id: string; name: string; email: string } | null
  email: string
  name: string
  departmentId: string
  classificationId: string
  subject: string
  channel: CreateTicket["channel"]
  orderId: string
  orderNumber: string
  dueAt: Date | null
  format: Format
  body: string
  /** Of a formatted message; `body` is its text. */
  html: string
  /** Null: what the department says. */
  statusAfter: string | null
  files: Attachment[]
  notify: boolean
  cc: string
  /** Colleagues who get it for information (M-46). */
  inform: string[]
}

/** What the page that led here knew already (D-19, D-24). */
export function newTicket(params: URLSearchParams, format: Format = "plain"): NewTicket {
  const known = (name: string) => params.get(name)?.trim() ?? ""
  const [customerId, email, name] = ["customer_id", "email", "name"].map(known)

  return {
    customer: customerId ? { id: customerId, email, name } : null,
    email,
    name,
    departmentId: "",
    classificationId: "",
    subject: known("subject"),
    channel: "admin",
    orderId: known("order_id"),
    orderNumber: known("order_display_id"),
    dueAt: null,
    format,
    body: "",
    html: "",
    statusAfter: null,
    files: [],
    notify: true,
    cc: "",
    inform: [],
  }
}

/** What is still missing before the ticket can be opened (V-81). */
export const missingFields = (
  ticket: NewTicket
): ("customer" | "department" | "subject" | "body")[] => [
  ...(ticket.customer || looksLikeAddress(ticket.email) ? [] : ["customer" as const]),
  ...(ticket.departmentId ? [] : ["department" as const]),
  ...(ticket.subject.trim() ? [] : ["subject" as const]),
  ...(ticket.body.trim() ? [] : ["body" as const]),
]

export function newTicketBody(ticket: NewTicket, statusAfter: string) {
  const { customer, email, name, cc, files } = ticket

  return {
    ...(customer ? { customer_id: customer.id } : {}),
    ...(email.trim() ? { email: email.trim() } : {}),
    ...(name.trim() ? { name: name.trim() } : {}),
    department_id: ticket.departmentId,
    ...(ticket.classificationId ? { classification_id: ticket.classificationId } : {}),
    subject: ticket.subject.trim(),
    ...(ticket.format === "rich" ? { body_html: ticket.html } : { body: ticket.body }),
    channel: ticket.channel,
    ...(ticket.orderId ? { order_id: ticket.orderId } : {}),
    ...(ticket.dueAt ? { due_at: ticket.dueAt.toISOString() } : {}),
    status_after: statusAfter,
    notify_customer: ticket.notify,
    ...(ticket.notify && cc.trim() ? { cc: addressesOf(cc) } : {}),
    ...(ticket.inform.length ? { inform: ticket.inform } : {}),
    ...(files.length ? { attachment_ids: files.map(({ id }) => id) } : {}),
  }
}
