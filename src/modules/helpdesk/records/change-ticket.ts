import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import { awaitingOf } from "../domain/awaiting"
import type { MessageKind } from "../domain/message"
import type { OrderProof } from "../domain/order-proof"
import { statusAfter, type StatusCategory } from "../domain/ticket-status"
import type { Actor } from "../types"
import { assertNotMerged, lockTicket, ticketStatuses } from "./lock-ticket"
import { addNotices } from "./notices"
import { pinTicket } from "./pins"
import { IS_SAID } from "./said-messages"
import { addSearchText } from "./search-text"
import { changeFields, type FieldChanges } from "./ticket-fields"
import { recordChanges, type Change } from "./ticket-events"

/** What an agent may change on a ticket without saying a word (D-32). */
export type TicketChanges = Partial<{
  subject: string
  department_id: string
  classification_id: string | null
  /** A category, or the id of a status. */
  status: string
  assignee_id: string | null
  customer: { id: string; proof: "agent" } | null
  due_at: string | null
  url: string | null
  visible_to_customer: boolean
  sticky_note: string | null
  custom_fields: FieldChanges
  /** Nobody is asked how it was, if this closes it (E-17). */
  skip_rating: boolean
}>

export type ChangedTicket = {
  ticket_id: string
  changes: Change[]
  status_before: StatusCategory
  status: StatusCategory
  /** The columns that changed, as they were and as they are, and the history that says so. */
  before: Columns
  after: Columns
  event_ids: string[]
}

type Columns = Record<string, unknown>

/** Changes a ticket and writes its history, in the caller's transaction. Only what differs counts. */
export async function changeTicket(
  sql: Sql,
  id: string,
  wanted: TicketChanges,
  actor: Actor
): Promise<ChangedTicket> {
  const ticket = await lockTicket(sql, id)

  assertNotMerged(ticket)

  const set: Record<string, unknown> = {}
  const changes: Change[] = []
  const change = (column: keyof typeof ticket, to: unknown, type: string) => {
    const from = ticket[column]
    const same =
      from instanceof Date && to ? from.getTime() === Date.parse(String(to)) : from === to

    if (to !== undefined && !same) {
      set[column] = to
      changes.push({ type, data: { from, to } })
    }
  }
  change("subject", wanted.subject, "subject_changed")
  change("assignee_id", wanted.assignee_id, "assigned")
  change("due_at", wanted.due_at, "due_date_changed")
  change("url", wanted.url, "url_changed")
  change("visible_to_customer", wanted.visible_to_customer, "visibility_changed")
  change("sticky_note", wanted.sticky_note, "sticky_note_changed")
  await moveDepartment(sql, ticket, wanted, set, changes)
  await changeFields(sql, id, wanted.custom_fields, set, changes)

  if (wanted.customer !== undefined && wanted.customer?.id !== ticket.customer_id) {
    set.customer_id = wanted.customer?.id ?? null
    set.customer_proof = wanted.customer?.proof ?? null
    changes.push({
      type: "customer_assigned",
      data: { from: ticket.customer_id, to: wanted.customer?.id ?? null },
    })
  }
  const status = wanted.status
    ? statusAfter(wanted.status, await ticketStatuses(sql))
    : null

  if (status && status.id !== ticket.status_id) {
    Object.assign(set, {
      status_id: status.id,
      status_category: status.category,
      awaiting: awaitingOf(await lastPublicKind(sql, id), status.category),
      held_by_id: status.category === "on_hold" ? (ticket.held_by_id ?? actor.id) : null,
      closed_at: status.category === "closed" ? (ticket.closed_at ?? new Date()) : null,
      ...(status.category === "closed" ? { locked_by_id: null } : {}),
      ...(status.category === "pending" ? {} : AWAKE),
    })
    changes.push({
      type: "status_changed",
      data: {
        from: ticket.status_category,
        to: status.category,
        status: status.name,
        ...(wanted.skip_rating ? { skip_rating: true } : {}),
      },
    })
  }
  const before = await readColumns(sql, id, Object.keys(set))

  await updateColumns(sql, id, set)
  const after = await readColumns(sql, id, Object.keys(set))
  const event_ids = await recordChanges(sql, id, actor, changes)

  await addNotices(sql, {
    ticket_id: id,
    kind: "assigned",
    user_ids: [set.assignee_id as string | null | undefined],
    actor_id: actor.id,
    key: `assigned:${event_ids[0]}`,
  })

  if (set.subject) {
    await addSearchText(sql, new Map([[id, String(set.subject)]]))
  }
  return {
    ticket_id: id,
    changes,
    status_before: ticket.status_category,
    status: status?.category ?? ticket.status_category,
    before,
    after,
    event_ids,
  }
}

/** A snoozed ticket is pending: with any other status it is awake. */
const AWAKE = { snoozed_until: null, snoozed_by_id: null, snooze_cut_short: null }

/** Takes a change back as if it had not been made: the opposite of `changeTicket`. */
export async function undoTicketChange(
  sql: Sql,
  id: string,
  { before, event_ids }: Pick<ChangedTicket, "before" | "event_ids">
): Promise<void> {
  await updateColumns(sql, id, before)
  await sql.raw(`delete from crm_ticket_event where id = any(?)`, [event_ids])
}

export async function readColumns(
  sql: Sql,
  id: string,
  columns: string[]
): Promise<Columns> {
  if (!columns.length) {
    return {}
  }
  const [row] = await rowsOf<Columns>(
    sql,
    `select ${columns.map((column) => `"${column}"`).join(", ")} from crm_ticket where id = ?`,
    [id]
  )
  return row
}

/** A department may not offer the ticket's classification: then it is taken off, and history says so. */
async function moveDepartment(
  sql: Sql,
  ticket: Awaited<ReturnType<typeof lockTicket>>,
  wanted: TicketChanges,
  set: Record<string, unknown>,
  changes: Change[]
): Promise<void> {
  const department_id = wanted.department_id ?? ticket.department_id
  let classification_id =
    wanted.classification_id === undefined
      ? ticket.classification_id
      : wanted.classification_id

  if (department_id !== ticket.department_id) {
    const [department] = await rowsOf(
      sql,
      `select 1 from crm_department where id = ? and deleted_at is null for share`,
      [department_id]
    )
    if (!department) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Department ${department_id} was not found`
      )
    }
    set.department_id = department_id
    changes.push({
      type: "moved",
      data: { from: ticket.department_id, to: department_id },
    })
  }
  if (wanted.classification_id) {
    await assertOffered(sql, wanted.classification_id, department_id)
  } else if (
    department_id !== ticket.department_id &&
    classification_id &&
    !(await isOffered(sql, classification_id, department_id))
  ) {
    classification_id = null
  }
  if (classification_id !== ticket.classification_id) {
    set.classification_id = classification_id
    changes.push({
      type: "classified",
      data: { from: ticket.classification_id, to: classification_id },
    })
  }
}

/** @throws INVALID_DATA when the department does not offer the classification (V-99) */
export async function assertOffered(
  sql: Sql,
  classificationId: string | null,
  departmentId: string
): Promise<void> {
  if (classificationId && !(await isOffered(sql, classificationId, departmentId))) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Classification ${classificationId} is not offered in this department`
    )
  }
}

export async function isOffered(
  sql: Sql,
  classificationId: string,
  departmentId: string
): Promise<boolean> {
  const rows = await rowsOf(
    sql,
    `select 1 from crm_classification classification
     where classification.id = ? and classification.deleted_at is null
       and (
         not exists (
           select 1 from crm_classification_department limited
           where limited.crm_classification_id = classification.id
         ) or exists (
           select 1 from crm_classification_department limited
           where limited.crm_classification_id = classification.id
             and limited.crm_department_id = ?
         )
       )`,
    [classificationId, departmentId]
  )
  return rows.length > 0
}

/** Who said the last word that the customer could read. */
export async function lastPublicKind(
  sql: Sql,
  ticketId: string
): Promise<MessageKind | null> {
  const [row] = await rowsOf<{ kind: MessageKind }>(
    sql,
    `select kind from crm_ticket_message
     where ticket_id = ? and kind in ('customer', 'agent') and deleted_at is null
       and ${IS_SAID}
     order by created_at desc, id desc limit 1`,
    [ticketId]
  )
  return row?.kind ?? null
}

export async function updateColumns(sql: Sql, id: string, set: Record<string, unknown>) {
  const columns = Object.keys(set)

  if (columns.length) {
    await sql.raw(
      `update crm_ticket set ${columns.map((column) => `"${column}" = ?`).join(", ")},
         updated_at = clock_timestamp() where id = ?`,
      [...Object.values(set), id] as string[]
    )
  }
}

/** Moves a ticket to the trash. What was said stays, and later mail opens a new one. */
export async function deleteTicket(sql: Sql, id: string, actor: Actor): Promise<void> {
  assertNotMerged(await lockTicket(sql, id))
  await recordChanges(sql, id, actor, [{ type: "deleted", data: {} }])
  await updateColumns(sql, id, { deleted_at: new Date() })
}

/** Takes a ticket out of the trash. */
export async function restoreTicket(sql: Sql, id: string): Promise<void> {
  await updateColumns(sql, id, { deleted_at: null })
}

/**
 * Makes a ticket one's own, also when it was another's: it informs and never blocks (V-61).
 * @returns who had it before
 */
export async function claimTicket(
  sql: Sql,
  id: string,
  actor: Actor
): Promise<string | null> {
  const ticket = await lockTicket(sql, id)

  assertNotMerged(ticket)
  if (ticket.locked_by_id !== actor.id) {
    await updateColumns(sql, id, { locked_by_id: actor.id })
    const [eventId] = await recordChanges(sql, id, actor, [
      { type: "claimed", data: { from: ticket.locked_by_id, to: actor.id } },
    ])
    await addNotices(sql, {
      ticket_id: id,
      kind: "claim_taken",
      user_ids: [ticket.locked_by_id],
      actor_id: actor.id,
      key: `claimed:${eventId}`,
    })
  }
  return ticket.locked_by_id
}

/** It leaves the asking agent's My Tickets too (V-70). @returns who had it */
export async function releaseTicket(
  sql: Sql,
  id: string,
  actor: Actor
): Promise<string | null> {
  const ticket = await lockTicket(sql, id)

  if (actor.id) {
    await pinTicket(sql, id, actor.id, false)
  }
  if (ticket.locked_by_id) {
    await updateColumns(sql, id, { locked_by_id: null })
    await recordChanges(sql, id, actor, [
      { type: "released", data: { from: ticket.locked_by_id } },
    ])
  }
  return ticket.locked_by_id
}

/**
 * Links an order on an agent's word, or raises what was only suggested or matched by address.
 * @returns how it was linked before; `unchanged` when an agent had linked it already
 */
export async function linkOrder(
  sql: Sql,
  ticketId: string,
  order: { order_id: string; display_id: string; proof: OrderProof },
  actor: Actor
): Promise<OrderProof | null | "unchanged"> {
  const ticket = await lockTicket(sql, ticketId)

  assertNotMerged(ticket)
  const [before] = await rowsOf<{ proof: OrderProof }>(
    sql,
    `select proof from crm_ticket_order
     where ticket_id = ? and order_id = ? and deleted_at is null`,
    [ticketId, order.order_id]
  )
  if (before?.proof === order.proof) {
    return "unchanged"
  }
  await insertRows(
    sql,
    "crm_ticket_order",
    [
      {
        id: generateEntityId("", "tord"),
        ticket_id: ticketId,
        ...order,
        linked_by: actor.id,
      },
    ],
    `on conflict (ticket_id, order_id) where deleted_at is null
     do update set proof = excluded.proof, linked_by = excluded.linked_by, updated_at = now()`
  )
  await recordChanges(sql, ticketId, actor, [{ type: "order_linked", data: order }])
  await addSearchText(sql, new Map([[ticketId, order.display_id]]))

  return before?.proof ?? null
}

/** @throws NOT_FOUND when the order is not on the ticket */
export async function unlinkOrder(
  sql: Sql,
  ticketId: string,
  orderId: string,
  actor: Actor
): Promise<{ order_id: string; display_id: string; proof: OrderProof }> {
  await lockTicket(sql, ticketId)

  const [link] = await rowsOf<{
    order_id: string
    display_id: string
    proof: OrderProof
  }>(
    sql,
    `update crm_ticket_order set deleted_at = clock_timestamp()
     where ticket_id = ? and order_id = ? and deleted_at is null
     returning order_id, display_id, proof`,
    [ticketId, orderId]
  )
  if (!link) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Order ${orderId} is not linked to this ticket`
    )
  }
  await recordChanges(sql, ticketId, actor, [
    { type: "order_unlinked", data: { order_id: orderId, display_id: link.display_id } },
  ])
  return link
}
