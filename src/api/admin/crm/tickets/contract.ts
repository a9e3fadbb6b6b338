import { z } from "@medusajs/framework/zod"
import type { FieldValue } from "../../../../modules/helpdesk/domain/custom-field"
import type { FieldType } from "../../../../modules/helpdesk/domain/field-answer"
import type {
  DeliveryFailure,
  DeliveryState,
  MessageKind,
  SenderClaim,
} from "../../../../modules/helpdesk/domain/message"
import type { OrderProof } from "../../../../modules/helpdesk/domain/order-proof"
import {
  RATING_TONES,
  type RatingScale,
  type RatingTone,
} from "../../../../modules/helpdesk/domain/rating"
import {
  STATUS_CATEGORIES,
  type StatusCategory,
} from "../../../../modules/helpdesk/domain/ticket-status"
import type { Recipients } from "../../../../modules/helpdesk/domain/reply-recipients"
import type { Attachment } from "../attachments/contract"
import type { Draft } from "./[id]/draft/contract"
import type { MergedTicket, RelatedTicket } from "./contract-several"
import type { TicketProduct } from "./contract-products"
import {
  emailAddress,
  id,
  oneOrMore,
  paging,
  shortText,
  type Deleted,
  type Paged,
} from "../contract"

const moment = z.iso.datetime({ offset: true })
const between = z
  .strictObject({ $gt: moment, $gte: moment, $lt: moment, $lte: moment })
  .partial()

export const TICKET_ORDERS = [
  "last_message_at",
  "created_at",
  "number",
  "subject",
  "reply_count",
  "requester_email",
  "next_action_due_at",
] as const

/** Without a view: every ticket that is neither deleted nor merged. */
export const TICKET_VIEWS = [
  "mine",
  "unanswered",
  "assigned_to_me",
  "solutions_to_review",
  "snoozed",
  "follow_ups_due",
] as const

export const ListTickets = z.strictObject({
  ...paging,
  /** Searches number, subject, bodies, requester, order number and file names. */
  q: z.string().trim().max(255).optional(),
  status: oneOrMore(z.enum(STATUS_CATEGORIES)),
  department_id: oneOrMore(id),
  classification_id: oneOrMore(id),
  assignee_id: oneOrMore(id),
  customer_id: oneOrMore(id),
  order_id: oneOrMore(id),
  /** Tickets of everybody in these groups (V-111). */
  customer_group_id: oneOrMore(id),
  email: emailAddress.optional(),
  /** `<key>:<value>`: of one field any of several, of several fields each. */
  custom_field: oneOrMore(
    z
      .string()
      .max(1100)
      .regex(/^[a-z][a-z0-9_]{0,39}:./, "Write key:value, like warranty:yes")
      .transform((text) => ({
        key: text.slice(0, text.indexOf(":")),
        value: text.slice(text.indexOf(":") + 1),
      }))
  ),
  view: z.enum(TICKET_VIEWS).optional(),
  awaiting: z.enum(["agent", "customer", "none"]).optional(),
  /** How customers said it was, the last time they did (E-17). */
  rating: oneOrMore(z.enum(RATING_TONES)),
  /** Only those that sleep, or only those that do not. */
  snoozed: z.enum(["true", "false"]).optional(),
  created_at: between.optional(),
  order: z
    .string()
    .regex(new RegExp(`^-?(${TICKET_ORDERS.join("|")})$`))
    .default("-last_message_at"),
  /** `next_cursor` of the page before; wins over `offset`. */
  cursor: z.string().max(512).optional(),
})
export type ListTickets = z.infer<typeof ListTickets>

/** What is to be done, until when, and by whom: without one, its author is reminded (V-76). */
export const FollowUpFields = z.strictObject({
  text: z
    .string()
    .trim()
    .max(1000)
    .refine((text) => text !== "", "Say what is to be done"),
  due_at: moment,
  assignee_id: id.nullable().optional(),
})
/** `conversation` leaves out what other modules know: customer, states of orders, latest orders. */
export const GetTicket = z.strictObject({ part: z.enum(["conversation"]).optional() })
export type GetTicket = z.infer<typeof GetTicket>

const body = z.string().max(2_000_000)
const written = body.refine((text) => text.trim() !== "", "The text must not be empty")
const link = z
  .url({ protocol: /^https?$/, error: "A link must begin with http:// or https://" })
  .max(2000)
  .nullable()
const attachmentIds = z.array(id).max(50).optional()
const statusAfter = z.string().trim().min(1).max(64).optional()

export const CreateTicket = z
  .strictObject({
    email: emailAddress.optional(),
    name: z.string().trim().max(255).optional(),
    customer_id: id.optional(),
    department_id: id,
    subject: shortText,
    body: written.optional(),
    /** Instead of `body`: made safe, with its text beside it. */
    body_html: body.optional(),
    /** Null: without one. Left out: the agent's default. */
    signature_id: id.nullable().optional(),
    order_id: id.optional(),
    classification_id: id.nullable().optional(),
    status_after: statusAfter,
    /** Mails the customer (D-21). */
    notify_customer: z.boolean().default(true),
    visible_to_customer: z.boolean().default(true),
    assignee_id: id.nullable().optional(),
    due_at: moment.nullable().optional(),
    cc: z.array(emailAddress).max(50).optional(),
    attachment_ids: attachmentIds,
    channel: z.enum(["admin", "phone", "in_person"]).default("admin"),
    url: link.optional(),
    /** Colleagues who get it for information (M-46). */
    inform: z.array(id).max(50).optional(),
  })
  .refine(({ email, customer_id }) => email || customer_id, {
    message: "Say whom the ticket is with: email or customer_id",
    path: ["email"],
  })
  .refine(({ body: text, body_html }) => (text ?? body_html ?? "").trim() !== "", {
    message: "A ticket needs a text: body or body_html",
    path: ["body"],
  })
export type CreateTicket = z.infer<typeof CreateTicket>

export const UpdateTicket = z
  .strictObject({
    subject: shortText,
    department_id: id,
    classification_id: id.nullable(),
    /** A category or the id of a status. */
    status: z.string().trim().min(1).max(64),
    assignee_id: id.nullable(),
    customer_id: id.nullable(),
    due_at: moment.nullable(),
    url: link,
    visible_to_customer: z.boolean(),
    /** Seen by agents only, on the ticket and in the list (V-57). */
    sticky_note: z.string().trim().min(1).max(2000).nullable(),
    /** Values of declared fields by their key; null takes one away (B-17). */
    custom_fields: z.record(z.string().max(40), z.unknown()),
    /** Closed with this, nobody is asked how it was (E-17). */
    skip_rating: z.boolean(),
  })
  .partial()
export type UpdateTicket = z.infer<typeof UpdateTicket>

export const CreateReply = z
  .strictObject({
    body_text: body.optional(),
    body_html: body.optional(),
    status_after: statusAfter,
    /** The requester when left out. */
    to: z.array(emailAddress).min(1).max(50).optional(),
    cc: z.array(emailAddress).max(50).optional(),
    bcc: z.array(emailAddress).max(50).optional(),
    attachment_ids: attachmentIds,
    /** Null: without one. Left out: the agent's default. */
    signature_id: id.nullable().optional(),
    /** Of several linked orders, the one that the variables speak of. */
    order_id: id.optional(),
    keep_in_my_tickets: z.boolean().optional(),
    /** The `version` the agent has read; behind, and nothing is sent. */
    expected_version: z.number().int().min(0).optional(),
    follow_up: FollowUpFields.optional(),
    /** Leaves then, up to a year ahead. */
    send_at: moment.optional(),
    /** What becomes of a scheduled reply when the customer writes before its time. */
    if_customer_writes: z.enum(["ask", "cancel"]).optional(),
    /** Closed with this, nobody is asked how it was (E-17). */
    skip_rating: z.boolean().optional(),
  })
  .refine(({ body_text, body_html }) => (body_text ?? body_html ?? "").trim() !== "", {
    message: "A reply needs a text: body_text or body_html",
    path: ["body_text"],
  })
export type CreateReply = z.infer<typeof CreateReply>

export const CreateNote = z.strictObject({
  body_text: written,
  source: z.enum(["other", "phone_call", "live_chat"]).default("other"),
  duration_seconds: z.number().int().min(0).max(86_400).nullable().optional(),
  status_after: statusAfter,
  attachment_ids: attachmentIds,
  signature_id: id.nullable().optional(),
  follow_up: FollowUpFields.optional(),
  /** Agents who are told, besides those the text names with `@` (M-08). */
  notify: z.array(id).max(50).optional(),
  /** Read by its author alone (C-58). */
  private: z.boolean().optional(),
  /** Closed with this, nobody is asked how it was (E-17). */
  skip_rating: z.boolean().optional(),
  expected_version: z.number().int().min(0).optional(),
})
export type CreateNote = z.infer<typeof CreateNote>

export const LinkOrder = z.strictObject({ order_id: id })
export type LinkOrder = z.infer<typeof LinkOrder>

type Person = { name: string; email: string }
type NamedUser = { id: string; name: string }

export type TicketListItem = {
  id: string
  number: number
  subject: string
  status: { id: string; name: string; category: StatusCategory }
  department: { id: string; name: string }
  classification: { id: string; name: string } | null
  requester: Person
  customer_id: string | null
  order_ids: string[]
  assignee_id: string | null
  locked_by: NamedUser | null
  awaiting: "agent" | "customer" | "none"
  reply_count: number
  last_message_at: string
  /** The asking agent posted last (V-98). */
  you_replied_last: boolean
  next_action_due_at: string | null
  /** What is to be done then. */
  next_action: string | null
  snoozed_until: string | null
  sticky_note: string | null
  /** How the customer said it was, the last time they did (E-17). */
  rating: RatingTone | null
  /** The others who have it open right now. */
  viewers: Viewer[]
  due_at: string | null
  channel: "email" | "admin" | "phone" | "in_person" | "form" | "account"
  version: number
  created_at: string
}

export type Viewer = NamedUser & { writing: boolean }

export type FollowUp = {
  id: string
  text: string
  due_at: string
  assignee: NamedUser | null
  created_by: NamedUser | null
  /** The reply or note it came with. */
  message_id: string | null
  done_at: string | null
  done_by: NamedUser | null
  created_at: string
}

export type TicketAttachment = Attachment & { content_id: string | null; inline: boolean }

export type TicketMessage = {
  id: string
  kind: MessageKind
  from: { name: string; email: string | null }
  author_id: string | null
  to: string[]
  cc: string[]
  bcc: string[]
  subject: string | null
  body_text: string
  body_html: string | null
  signature_text: string
  quoted_text: string
  attachments: TicketAttachment[]
  source: "other" | "phone_call" | "live_chat" | null
  duration_seconds: number | null
  automated: "auto_reply" | "bounce" | "complaint" | "bulk" | "receipt" | null
  is_third_party: boolean
  sender_check: "pass" | "fail" | "none" | null
  /** The sender's address is an agent's, or one of the desk's own accounts. */
  sender_claim: SenderClaim | null
  /** Where the sender asks for answers, when that is another address. Answers do not go there. */
  reply_to: string[]
  inbound_mail_id: string | null
  problems: string[]
  /** The ticket's version it raised; null for a reply that waits for its time. */
  version: number | null
  /** Why a reply is held, and until when. */
  hold: "undo" | "scheduled" | "asked" | null
  send_at: string | null
  /** Only this agent reads it; for the others its text is empty and `is_hidden` (C-58). */
  private_to: NamedUser | null
  is_hidden: boolean
  created_at: string
  delivery: {
    state: DeliveryState
    error: string | null
    /** Recipients whom it did not reach. */
    failures: DeliveryFailure[]
  } | null
  /** The ticket it came along with when that was merged into this one. */
  merged_from: { id: string; number: number } | null
}

export type TicketEvent = {
  id: string
  type: string
  actor: { type: "user" | "customer" | "system"; id: string | null; name: string | null }
  data: Record<string, unknown>
  created_at: string
  /** The token that takes it back, for the agent who did it, while it can be. */
  undo: string | null
}

export type OrderSummary = {
  id: string
  display_id: string
  status: string
  payment_status: string | null
  fulfillment_status: string | null
  total: number
  currency_code: string
  created_at: string
}

/** An order on the ticket. `order` is null when it no longer exists. */
export type TicketOrder = {
  id: string
  order_id: string
  display_id: string
  proof: OrderProof
  /** The order's own address differs from the requester's. */
  address_differs: boolean
  order: OrderSummary | null
}

export type TicketField = {
  key: string
  label: string
  type: FieldType
  value: FieldValue
}

export type Ticket = TicketListItem & {
  url: string | null
  visible_to_customer: boolean
  /** What was asked in a form, or filled in here, labelled as it was then. */
  custom_fields: TicketField[]
  /** The form it came through. */
  form: { id: string; name: string } | null
  customer_proof: "agent" | "account" | "verified" | "address_match" | null
  created_by_type: "user" | "customer" | "guest" | "system"
  closed_at: string | null
  merged_into: { id: string; number: number } | null
  assignee: NamedUser | null
  held_by: NamedUser | null
  /** What `status_after` is when nothing is said: the department's defaults (V-68, K-4). */
  status_after_reply: string
  status_after_note: string
  /** The department's mail leaves without HTML (K-11). */
  plain_text_only: boolean
  /** The customer's, in BCP 47, as far as their orders tell. */
  locale: string | null
  /** Whom a reply goes to, and a reply to all (E-12). */
  recipients: { reply: Recipients; reply_all: Recipients }
  /** What the asking agent has begun to write (E-09). */
  draft: Draft | null
  snoozed_by: NamedUser | null
  /** A customer's mail woke it before this time, which still lies ahead. */
  snooze_cut_short: string | null
  /** What is open first, by its time. */
  follow_ups: FollowUp[]
  watchers: (NamedUser & { kind: "follower" | "solution" | "copy" })[]
  /** The asking agent's. `answered_at`: the solution came and waits to be reviewed. */
  watching: { following: boolean; once: boolean; answered_at: string | null }
  /** It stays in the asking agent's My Tickets (V-70). */
  kept_in_my_tickets: boolean
  /** Seconds on the phone, over all notes (C-36). */
  call_seconds: number
  /** Newest first (V-62). */
  messages: TicketMessage[]
  /** Newest first. */
  events: TicketEvent[]
  participants: (Person & { role: "requester" | "cc" | "third_party" })[]
  customer: {
    id: string
    name: string
    email: string
    has_account: boolean
    groups: { id: string; name: string }[]
  } | null
  /** Tickets of this requester, and those of them not closed (V-48). */
  requester_tickets: { total: number; open: number }
  orders: TicketOrder[]
  /** The requester's five latest orders (X-01 AC3). */
  latest_orders: OrderSummary[]
  related: RelatedTicket[]
  merged_tickets: MergedTicket[]
  products: TicketProduct[]
  /** How it was, each time it was closed and asked about, newest first. */
  ratings: TicketRating[]
  /** Its department asks how it was when it is closed, unless the agent skips it. */
  asks_for_rating: boolean
}

/** `value` is null while the question waits for an answer. */
export type TicketRating = {
  id: string
  scale: RatingScale
  value: number | null
  tone: RatingTone | null
  comment: string | null
  /** Who closed the ticket, or answered last before the customer did. */
  agent: NamedUser | null
  asked_at: string | null
  answered_at: string | null
}

export type TicketsResponse = {
  tickets: TicketListItem[]
  next_cursor: string | null
} & Paged
/** `undo` is there when something changed that can be taken back: the token for POST `undo/:token`. */
export type TicketResponse = { ticket: Ticket; undo?: string }
/** `undo`: the token for POST `undo/:token`, while the mail is held. */
export type PostResponse = { message: TicketMessage; ticket: Ticket; undo?: string }
/** What was written and taken back, to go on with. */
export type DraftAnswer = {
  body_text: string
  body_html: string | null
  cc: string[]
  bcc: string[]
  attachments: Attachment[]
  status_after: string
}
/** No `ticket` where none was changed, as by a note about a person; `draft` when the action was words. */
export type UndoResponse = { ticket: Ticket | null; draft?: DraftAnswer }
/** `undo` is the token for POST `undo/:token`. */
export type TicketDeleted = Deleted<"ticket"> & { undo: string }

/** A text with variables that cannot be filled: nothing was sent (X-04 AC2). */
export type UnresolvedVariablesResponse = {
  type: "unresolved_variables"
  message: string
  variables: UnresolvedSpot[]
}
export type UnresolvedSpot = {
  field: "subject" | "body" | "signature"
  /** As it stands in the text. */
  source: string
  name: string
  reason: "unknown" | "empty" | "broken"
  message: string
}

export type ThreadMovedResponse = {
  type: "thread_moved"
  message: string
  messages: TicketMessage[]
}
