import { rowsOf, type Sql } from "../../../sql"
import type { DeliveryFailure, DeliveryState, MessageKind } from "../domain/message"
import { recordChanges } from "./ticket-events"
import { toStoredJson } from "../../../stored-json"

/** A message that must leave as mail, with all that its mail is made of. */
export type WaitingMessage = {
  id: string
  kind: Extract<MessageKind, "agent" | "system">
  ticket_id: string
  ticket_number: number
  subject: string
  from_name: string
  to: string[]
  cc: string[]
  bcc: string[]
  body_text: string
  body_html: string | null
  signature_text: string
  signature_html: string | null
  requester_name: string
  requester_email: string
  visible_to_customer: boolean
  /** What it answers, when that was decided with the message. */
  mail_in_reply_to: string | null
  department: { id: string; public_name: string; mail_account_id: string | null }
  /** The account that the ticket's latest mail came through. */
  mail_account_id: string | null
  /** Until then the mail may still be taken back; null leaves at once. */
  held_until: string | null
  /** Message-IDs of the ticket's mails before it, oldest first. */
  thread: string[]
  attachments: {
    file_id: string
    filename: string
    mime_type: string
    content_id: string | null
  }[]
}

/**
 * Messages with delivery `waiting`, oldest first: whatever is left of them, or some by id, among those
 * also `held` ones, whose mail stands in the outbox and goes nowhere before it is let go. Those that
 * found no account are asked for again after half a minute, in turn, and never before fresh ones.
 */
export const waitingMessages = (
  sql: Sql,
  { ids, limit }: { ids?: string[]; limit: number }
): Promise<WaitingMessage[]> =>
  rowsOf<WaitingMessage>(
    sql,
    `select message.id, message.kind, message.ticket_id, ticket.number as ticket_number,
            coalesce(message.subject, ticket.subject) as subject, message.from_name,
            message.to, message.cc, message.bcc, message.body_text, message.body_html,
            message.signature_text, message.signature_html, ticket.requester_name,
            ticket.requester_email, ticket.visible_to_customer,
            message.mail_in_reply_to, ticket.mail_account_id,
            case when message.delivery_state = 'held' then message.held_until end as held_until,
            json_build_object('id', department.id, 'public_name', department.public_name,
                              'mail_account_id', department.mail_account_id) as department,
            coalesce((
              select json_agg(earlier.mail_message_id order by earlier.created_at, earlier.id)
              from crm_ticket_message earlier
              where earlier.ticket_id = message.ticket_id and earlier.mail_message_id is not null
                and earlier.kind <> 'system' and earlier.hold is null
                and earlier.deleted_at is null
                and (earlier.created_at, earlier.id) < (message.created_at, message.id)
            ), '[]') as thread,
            coalesce((
              select json_agg(json_build_object(
                'file_id', file.file_id, 'filename', file.filename,
                'mime_type', file.mime_type, 'content_id', file.content_id
              ) order by file.position)
              from crm_attachment file
              where file.message_id = message.id and file.deleted_at is null
            ), '[]') as attachments
     from crm_ticket_message message
     join crm_ticket ticket on ticket.id = message.ticket_id
     join crm_department department on department.id = ticket.department_id
     where message.deleted_at is null
       and (
         (message.id = any(?) and message.delivery_state in ('waiting', 'held'))
         or (
           ?::boolean and message.delivery_state = 'waiting' and (
             message.delivery_error is null
             or message.updated_at < clock_timestamp() - interval '30 seconds'
           )
         )
       )
     order by (message.delivery_error is not null),
              case when message.delivery_error is not null then message.updated_at end,
              message.created_at, message.id
     limit ?`,
    [ids ?? [], ids === undefined, limit]
  )

export type Delivery = {
  message_id: string
  state: DeliveryState
  error: string | null
  failures?: DeliveryFailure[]
  /** Set once, when the mail gets its Message-ID. */
  mail_message_id?: string
}

/** A message whose mail is known to have failed just now. */
export type FailedDelivery = {
  ticket_id: string
  message_id: string
  state: Extract<DeliveryState, "dead" | "bounced">
  error: string | null
}

/**
 * Shows on messages what became of their mail, in the caller's transaction. An answer that did not
 * arrive makes it the agents' turn again and stands in the ticket's history; its status is left alone.
 * A held reply is let go by its own transaction and not by what the outbox says: a report of its mail
 * that comes late changes nothing.
 * @returns the messages whose mail failed since they were shown last
 */
export async function recordDeliveries(
  sql: Sql,
  deliveries: Delivery[]
): Promise<FailedDelivery[]> {
  if (!deliveries.length) {
    return []
  }
  const failed = await newlyFailed(sql, deliveries)

  await sql.raw(
    `update crm_ticket_message message
     set delivery_state = delivery.state, delivery_error = delivery.error,
         delivery_failures = delivery.failures,
         hold = case when delivery.state in ('held', 'cancelled') then message.hold end,
         mail_message_id = coalesce(delivery.mail_message_id, message.mail_message_id),
         updated_at = clock_timestamp()
     from json_to_recordset(?::json) as delivery (
       message_id text, state text, error text, failures jsonb, mail_message_id text
     )
     where message.id = delivery.message_id and message.delivery_state is not null
       and case when message.delivery_state = 'held' and message.hold is not null
                then delivery.state in ('held', 'cancelled')
                else message.delivery_state <> 'waiting' or delivery.state <> 'held' end`,
    [toStoredJson(deliveries)]
  )
  await tellAgents(sql, failed)

  return failed.map(({ kind: _, ...failure }) => failure)
}

type Failed = FailedDelivery & { kind: MessageKind }

/** Locks the tickets first, as everything else that writes on them does. */
async function newlyFailed(sql: Sql, deliveries: Delivery[]): Promise<Failed[]> {
  const failing = new Map(
    deliveries.flatMap(({ message_id, state, error }) =>
      state === "dead" || state === "bounced" ? [[message_id, { state, error }]] : []
    )
  )
  if (!failing.size) {
    return []
  }
  await sql.raw(
    `select 1 from crm_ticket where id in (
       select ticket_id from crm_ticket_message where id = any(?)
     ) order by id for update`,
    [[...failing.keys()]]
  )
  const rows = await rowsOf<Pick<Failed, "ticket_id" | "message_id" | "kind">>(
    sql,
    `select message.id as message_id, message.ticket_id, message.kind
     from crm_ticket_message message
     join json_to_recordset(?::json) as failing (message_id text, state text)
       on failing.message_id = message.id
     where message.delivery_state is not null and message.delivery_state <> failing.state
       and message.deleted_at is null`,
    [toStoredJson([...failing].map(([message_id, { state }]) => ({ message_id, state })))]
  )
  return rows.flatMap((row) => {
    const failure = failing.get(row.message_id)

    return failure ? [{ ...row, ...failure }] : []
  })
}

async function tellAgents(sql: Sql, failed: Failed[]): Promise<void> {
  for (const { ticket_id, message_id, state, error } of failed) {
    await recordChanges(sql, ticket_id, { type: "system", id: null }, [
      {
        type: state === "dead" ? "mail_failed" : "mail_bounced",
        data: { message_id, error },
      },
    ])
  }
  await sql.raw(
    `update crm_ticket set awaiting = 'agent', updated_at = clock_timestamp()
     where id = any(?)`,
    [failed.filter(({ kind }) => kind === "agent").map(({ ticket_id }) => ticket_id)]
  )
}
