import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import { fillHtml, fillText } from "../domain/fill-text"
import { defaultStatus } from "../domain/ticket-status"
import type { OrderProof } from "../domain/order-proof"
import type { Actor } from "../types"
import { assertOffered } from "./change-ticket"
import { ticketStatuses } from "./lock-ticket"
import { addNotices } from "./notices"
import { addParticipants, participant } from "./participants"
import { postMessage } from "./post-message"
import type { PostedMessage } from "./post"
import { addSearchText, searchableName } from "./search-text"
import { recordChanges } from "./ticket-events"
import { informAgents } from "./watchers"
import { cutText } from "../../../cut-text"

/** A ticket that an agent writes (V-78 to V-84). */
export type TicketToOpen = {
  actor: Actor
  requester: { email: string; name: string }
  customer: { id: string; proof: "agent" | "address_match" } | null
  department_id: string
  classification_id: string | null
  subject: string
  body_text: string
  body_html?: string | null
  signature_text?: string
  signature_html?: string | null
  /** What the variables in the texts stand for; `ticket.number` and `ticket.subject` are added here. */
  variables?: Record<string, string | null> | null
  from_name: string
  channel: "admin" | "phone" | "in_person"
  notify_customer: boolean
  visible_to_customer: boolean
  status_after?: string
  assignee_id: string | null
  due_at: string | null
  url: string | null
  cc: string[]
  attachment_ids: string[]
  /** Colleagues who are informed of it and have no task (M-46). */
  informed_ids?: string[]
  order: { order_id: string; display_id: string; proof: OrderProof } | null
}

/** Opens the ticket with its first message, in the caller's transaction. */
export async function openTicket(
  sql: Sql,
  written: TicketToOpen
): Promise<PostedMessage & { number: number }> {
  await assertDepartment(sql, written.department_id)
  await assertOffered(sql, written.classification_id, written.department_id)

  const number = await nextNumber(sql)
  const input = filledTicket(written, number)
  const open = defaultStatus(await ticketStatuses(sql), "open")
  const id = generateEntityId("", "tick")
  const email = input.requester.email.toLowerCase()
  await insertRows(sql, "crm_ticket", [
    {
      id,
      number,
      subject: input.subject,
      status_id: open.id,
      status_category: open.category,
      department_id: input.department_id,
      classification_id: input.classification_id,
      requester_email: email,
      requester_name: input.requester.name || email,
      customer_id: input.customer?.id ?? null,
      customer_proof: input.customer?.proof ?? null,
      visible_to_customer: input.visible_to_customer,
      channel: input.channel,
      created_by_type: input.actor.type === "user" ? "user" : "system",
      created_by_id: input.actor.id,
      url: input.url,
      assignee_id: input.assignee_id,
      due_at: input.due_at,
      awaiting: "none",
      last_message_at: new Date(),
    },
  ])
  await addParticipants(sql, [participant(id, email, "requester", input.requester.name)])
  await recordChanges(sql, id, input.actor, [
    { type: "created", data: { channel: input.channel } },
  ])
  if (input.order) {
    await insertRows(sql, "crm_ticket_order", [
      {
        id: generateEntityId("", "tord"),
        ticket_id: id,
        ...input.order,
        linked_by: input.actor.id,
      },
    ])
    await recordChanges(sql, id, input.actor, [
      { type: "order_linked", data: input.order },
    ])
  }
  await addSearchText(
    sql,
    new Map([
      [
        id,
        [
          number,
          input.subject,
          input.requester.name,
          searchableName(email),
          input.order?.display_id ?? "",
        ].join("\n"),
      ],
    ])
  )
  const posted = await postMessage(sql, {
    ticket_id: id,
    kind: "agent",
    actor: input.actor,
    from_name: input.from_name,
    body_text: input.body_text,
    body_html: input.body_html,
    signature_text: input.signature_text,
    signature_html: input.signature_html,
    is_mailed: input.notify_customer,
    cc: input.cc,
    attachment_ids: input.attachment_ids,
    status_after: input.status_after,
  })
  await informAgents(sql, id, input.informed_ids ?? [], input.actor)
  await addNotices(sql, {
    ticket_id: id,
    kind: "assigned",
    user_ids: [input.assignee_id],
    actor_id: input.actor.id,
    key: `assigned:${id}`,
  })
  return { ...posted, number }
}

/** Taken before the ticket is there, because its first message may name it. */
async function nextNumber(sql: Sql): Promise<number> {
  const [{ number }] = await rowsOf<{ number: number }>(
    sql,
    `select nextval('crm_ticket_number_seq')::int as number`
  )
  return number
}

function filledTicket(ticket: TicketToOpen, number: number): TicketToOpen {
  if (!ticket.variables) {
    return ticket
  }
  const known = new Map([
    ...Object.entries(ticket.variables),
    ["ticket.number", String(number)] as const,
  ])
  const subject = cutText(fillText(ticket.subject, known), LONGEST_SUBJECT)
  const values = new Map([...known, ["ticket.subject", subject] as const])
  const html = (source: string | null | undefined) => source && fillHtml(source, values)

  return {
    ...ticket,
    subject,
    body_text: fillText(ticket.body_text, values),
    body_html: html(ticket.body_html),
    signature_text: fillText(ticket.signature_text ?? "", values),
    signature_html: html(ticket.signature_html),
  }
}

const LONGEST_SUBJECT = 1000

async function assertDepartment(sql: Sql, id: string) {
  const found = await rowsOf(
    sql,
    `select 1 from crm_department where id = ? and deleted_at is null for share`,
    [id]
  )
  if (!found.length) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Department ${id} was not found`)
  }
}
