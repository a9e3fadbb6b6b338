import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import { defaultStatus } from "../domain/ticket-status"
import type { OrderProof } from "../domain/order-proof"
import type { Actor } from "../types"
import { assertOffered } from "./change-ticket"
import { ticketStatuses } from "./lock-ticket"
import { addNotices } from "./notices"
import { postMessage, type PostedMessage } from "./post-message"
import { addSearchText, searchableName } from "./search-text"
import { recordChanges } from "./ticket-events"
import { informAgents } from "./watchers"

/** A ticket that an agent writes (V-78 to V-84). */
export type TicketToOpen = {
  actor: Actor
  requester: { email: string; name: string }
  customer: { id: string; proof: "agent" | "address_match" } | null
  department_id: string
  classification_id: string | null
  subject: string
  body_text: string
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
  input: TicketToOpen
): Promise<PostedMessage & { number: number }> {
  await assertDepartment(sql, input.department_id)
  await assertOffered(sql, input.classification_id, input.department_id)

  const open = defaultStatus(await ticketStatuses(sql), "open")
  const id = generateEntityId("", "tick")
  const email = input.requester.email.toLowerCase()
  const [{ number }] = await insertRows<{ number: number }>(
    sql,
    "crm_ticket",
    [
      {
        id,
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
    ],
    "returning number"
  )
  await insertRows(sql, "crm_ticket_participant", [
    {
      id: generateEntityId("", "tpar"),
      ticket_id: id,
      email,
      name: input.requester.name,
      role: "requester",
    },
  ])
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
