import { rowsOf, type Sql } from "../../../sql"
import type { DeliveryFailure, DeliveryState, Hold, MessageKind } from "../domain/message"
import type { OrderProof } from "../domain/order-proof"
import type { RatingScale, RatingTone } from "../domain/rating"
import type { StatusCategory } from "../domain/ticket-status"
import type { WatcherKind } from "../domain/watching"
import type { ProductInQuestion } from "../records/ticket-products"
import type { TicketDTO, TicketMessageDTO } from "../types"
import { TEAMWORK_COLUMNS, type TicketRow } from "./ticket-list"

export type MessageRow = Pick<
  TicketMessageDTO,
  | "id"
  | "author_id"
  | "to"
  | "cc"
  | "bcc"
  | "subject"
  | "body_text"
  | "body_html"
  | "signature_text"
  | "quoted_text"
  | "source"
  | "duration_seconds"
  | "automated"
  | "is_third_party"
  | "sender_check"
  | "sender_claim"
  | "inbound_mail_id"
  | "problems"
  | "private_to_user_id"
  | "held_until"
  | "created_at"
> & {
  hold: Hold | null
  kind: MessageKind
  from: { name: string; email: string | null }
  reply_to: string[]
  delivery: {
    state: DeliveryState
    error: string | null
    failures: DeliveryFailure[]
  } | null
  attachments: {
    id: string
    filename: string
    mime_type: string
    size: number
    content_id: string | null
    inline: boolean
  }[]
}

export type EventRow = {
  id: string
  type: string
  actor_type: "user" | "customer" | "system"
  actor_id: string | null
  data: Record<string, unknown>
  created_at: Date
  /** The token that takes it back, for the agent who did it. */
  undo: string | null
}

export type RelatedTicket = {
  id: string
  number: number
  subject: string
  status: { id: string; name: string; category: StatusCategory }
  /** The other was split off from this one, or this one from the other. */
  kind: "related" | "split_off" | "split_from"
}

/** A ticket that went into this one. */
export type MergedTicket = {
  id: string
  number: number
  subject: string
  requester: { name: string; email: string }
  merged_at: string
  /** What came along with it. */
  message_ids: string[]
}

export type TicketProductRow = ProductInQuestion & { id: string }

export type TicketPage = TicketRow &
  Pick<
    TicketDTO,
    | "url"
    | "visible_to_customer"
    | "custom_fields"
    | "customer_proof"
    | "created_by_type"
    | "closed_at"
    | "held_by_id"
    | "snoozed_by_id"
    | "snooze_cut_short"
  > & {
    form: { id: string; name: string } | null
    follow_ups: FollowUpOnPage[]
    watchers: { user_id: string; kind: WatcherKind; answered_at: string | null }[]
    /** In whose My Tickets it stays. */
    pinned_for: string[]
    /** Seconds on the phone, over all notes (C-36). */
    call_seconds: number
    vacated_versions: number[]
    status_after_reply: string
    status_after_note: string
    plain_text_only: boolean
    asks_for_rating: boolean
    ratings: RatingOnPage[]
    merged_into: { id: string; number: number } | null
    participants: {
      name: string
      email: string
      role: "requester" | "cc" | "third_party"
    }[]
    orders: { id: string; order_id: string; display_id: string; proof: OrderProof }[]
    requester_tickets: { total: number; open: number }
    related: RelatedTicket[]
    merged_tickets: MergedTicket[]
    products: TicketProductRow[]
  }

/** How it was, for one closing. */
export type RatingOnPage = {
  id: string
  scale: RatingScale
  value: number | null
  tone: RatingTone | null
  comment: string | null
  /** Who closed the ticket, or answered last before the customer did. */
  agent_id: string | null
  asked_at: string | null
  answered_at: string | null
}

export type FollowUpOnPage = {
  id: string
  text: string
  due_at: string
  assignee_id: string | null
  created_by_id: string | null
  message_id: string | null
  done_at: string | null
  done_by_id: string | null
  created_at: string
}

/** Everything of the ticket itself; null for an unknown one and for one in the trash. */
export async function ticketPage(sql: Sql, id: string): Promise<TicketPage | null> {
  const [ticket] = await rowsOf<TicketPage>(
    sql,
    `select ticket.id, ticket.number, ticket.subject,
            json_build_object('id', status.id, 'name', status.name,
                              'category', status.category) as status,
            json_build_object('id', department.id,
                              'name', department.private_name) as department,
            case when classification.id is not null then
              json_build_object('id', classification.id, 'name', classification.name)
            end as classification,
            json_build_object('name', ticket.requester_name,
                              'email', ticket.requester_email) as requester,
            ticket.customer_id, ticket.assignee_id, ticket.locked_by_id, ticket.last_agent_id,
            ticket.awaiting, ticket.reply_count, ticket.last_message_at,
            ticket.next_action_due_at, ticket.due_at, ticket.channel, ticket.version,
            ticket.created_at, ticket.url, ticket.visible_to_customer, ticket.customer_proof,
            ticket.custom_fields,
            (
              select json_build_object('id', form.id, 'name', form.name)
              from crm_contact_form form where form.id = ticket.form_id
            ) as form,
            ticket.created_by_type, ticket.closed_at, ticket.held_by_id,
            department.status_after_reply, department.status_after_note,
            department.plain_text_only,
            department.rating_mode = 'after_closing' as asks_for_rating,
            coalesce((
              select json_agg(json_build_object('id', rated.id, 'scale', rated.scale,
                'value', rated.value, 'tone', rated.tone, 'comment', rated.comment,
                'agent_id', rated.agent_id, 'asked_at', rated.asked_at,
                'answered_at', rated.answered_at) order by rated.created_at desc, rated.id desc)
              from crm_ticket_rating rated
              where rated.ticket_id = ticket.id and rated.deleted_at is null
                and (rated.asked_at is not null or rated.answered_at is not null)
            ), '[]') as ratings,
            ${TEAMWORK_COLUMNS}, ticket.snoozed_by_id, ticket.snooze_cut_short,
            coalesce((
              select json_agg(json_build_object('id', follow_up.id, 'text', follow_up.text,
                'due_at', follow_up.due_at, 'assignee_id', follow_up.assignee_id,
                'created_by_id', follow_up.created_by_id, 'message_id', follow_up.message_id,
                'done_at', follow_up.done_at, 'done_by_id', follow_up.done_by_id,
                'created_at', follow_up.created_at)
                order by follow_up.done_at is not null, follow_up.due_at, follow_up.id)
              from crm_follow_up follow_up
              where follow_up.ticket_id = ticket.id and follow_up.deleted_at is null
            ), '[]') as follow_ups,
            coalesce((
              select json_agg(json_build_object('user_id', watcher.user_id, 'kind', watcher.kind,
                'answered_at', watcher.answered_at) order by watcher.created_at)
              from crm_ticket_watcher watcher
              where watcher.ticket_id = ticket.id and watcher.deleted_at is null
            ), '[]') as watchers,
            coalesce((
              select json_agg(pin.user_id) from crm_ticket_pin pin
              where pin.ticket_id = ticket.id and pin.deleted_at is null
            ), '[]') as pinned_for,
            coalesce((
              select sum(call.duration_seconds)::int from crm_ticket_message call
              where call.ticket_id = ticket.id and call.source = 'phone_call'
                and call.deleted_at is null
            ), 0) as call_seconds,
            coalesce((
              select json_agg((undo.data->'after'->>'version')::int) from crm_undo undo
              where undo.ticket_id = ticket.id and undo.kind = 'reply'
                and undo.used_at is not null and undo.deleted_at is null
                and (undo.data->'after'->>'version')::int
                    > (undo.data->'before'->>'version')::int
            ), '[]') as vacated_versions,
            case when survivor.id is not null then
              json_build_object('id', survivor.id, 'number', survivor.number)
            end as merged_into,
            coalesce((
              select json_agg(json_build_object('name', person.name, 'email', person.email,
                                                'role', person.role)
                order by person.role <> 'requester', person.created_at, person.email)
              from crm_ticket_participant person
              where person.ticket_id = ticket.id and person.deleted_at is null
            ), '[]') as participants,
            coalesce((
              select json_agg(json_build_object('id', linked.id, 'order_id', linked.order_id,
                'display_id', linked.display_id, 'proof', linked.proof) order by linked.created_at)
              from crm_ticket_order linked
              where linked.ticket_id = ticket.id and linked.deleted_at is null
            ), '[]') as orders,
            coalesce((
              select json_agg(linked.order_id order by linked.created_at)
              from crm_ticket_order linked
              where linked.ticket_id = ticket.id and linked.proof <> 'suggestion'
                and linked.deleted_at is null
            ), '[]') as order_ids,
            (
              select json_build_object('total', count(*),
                'open', count(*) filter (where other.status_category <> 'closed'))
              from crm_ticket other
              where other.requester_email = ticket.requester_email
                and other.requester_email <> ''
                and other.deleted_at is null and other.merged_into_id is null
            ) as requester_tickets,
            coalesce((
              select json_agg(json_build_object('id', other.id, 'number', other.number,
                'subject', other.subject,
                'status', json_build_object('id', its.id, 'name', its.name,
                                            'category', its.category),
                'kind', case when relation.split_id is null then 'related'
                             when relation.split_id = ticket.id then 'split_from'
                             else 'split_off' end) order by relation.created_at, relation.id)
              from crm_ticket_relation relation
              join crm_ticket other on other.id = case when relation.ticket_id = ticket.id
                                       then relation.other_id else relation.ticket_id end
              join crm_ticket_status its on its.id = other.status_id
              where (relation.ticket_id = ticket.id or relation.other_id = ticket.id)
                and relation.deleted_at is null and other.deleted_at is null
            ), '[]') as related,
            coalesce((
              select json_agg(json_build_object('id', merged.id, 'number', merged.number,
                'subject', merged.subject,
                'requester', json_build_object('name', merged.requester_name,
                                               'email', merged.requester_email),
                'merged_at', merge.created_at,
                'message_ids', merge.carried->'rows'->'crm_ticket_message'
              ) order by merge.created_at, merge.id)
              from crm_ticket_merge merge join crm_ticket merged on merged.id = merge.merged_id
              where merge.survivor_id = ticket.id and merge.undone_at is null
                and merge.deleted_at is null
            ), '[]') as merged_tickets,
            coalesce((
              select json_agg(json_build_object('id', product.id, 'order_id', product.order_id,
                'line_item_id', product.line_item_id, 'product_id', product.product_id,
                'variant_id', product.variant_id, 'title', product.title,
                'subtitle', product.subtitle, 'sku', product.sku,
                'thumbnail', product.thumbnail) order by product.created_at, product.id)
              from crm_ticket_product product
              where product.ticket_id = ticket.id and product.deleted_at is null
            ), '[]') as products
     from crm_ticket ticket
     join crm_ticket_status status on status.id = ticket.status_id
     join crm_department department on department.id = ticket.department_id
     left join crm_classification classification on classification.id = ticket.classification_id
     left join crm_ticket survivor on survivor.id = ticket.merged_into_id
     where ticket.id = ? and ticket.deleted_at is null`,
    [id]
  )
  return ticket ?? null
}

/** Newest first (V-62), and what is still to be sent before all that was said. @param last only so many, the newest */
export const messagesOf = (
  sql: Sql,
  ticketId: string,
  last?: number
): Promise<MessageRow[]> =>
  rowsOf<MessageRow>(
    sql,
    `select message.id, message.kind, message.author_id,
            json_build_object('name', message.from_name, 'email', message.from_email) as "from",
            message."to", message.cc, message.bcc, message.subject, message.body_text,
            message.body_html, message.signature_text, message.quoted_text, message.source,
            message.duration_seconds, message.automated, message.is_third_party,
            message.sender_check, message.sender_claim,
            coalesce(message.reply_to, '[]') as reply_to, message.inbound_mail_id,
            message.problems, message.created_at,
            message.private_to_user_id, message.hold, message.held_until,
            case when message.delivery_state is not null then
              json_build_object('state', message.delivery_state, 'error', message.delivery_error,
                                'failures', coalesce(message.delivery_failures, '[]'))
            end as delivery,
            coalesce((
              select json_agg(json_build_object('id', file.id, 'filename', file.filename,
                'mime_type', file.mime_type, 'size', file.size, 'content_id', file.content_id,
                'inline', file.inline) order by file.position)
              from crm_attachment file
              where file.message_id = message.id and file.deleted_at is null
            ), '[]') as attachments
     from crm_ticket_message message
     where message.ticket_id = ? and message.deleted_at is null
     order by case when message.delivery_state = 'held' and message.hold in ('scheduled', 'asked')
                then message.held_until else message.created_at end desc, message.id desc
     limit ?`,
    [ticketId, last ?? null]
  )

/** Newest first. @param agentId who asks: what an agent did can be taken back by that agent alone */
export const eventsOf = (
  sql: Sql,
  ticketId: string,
  agentId: string | null
): Promise<EventRow[]> =>
  rowsOf<EventRow>(
    sql,
    `with undoable as (
       select token, jsonb_array_elements_text(data->'event_ids') as event_id
       from crm_undo
       where ticket_id = ? and actor_id = ? and used_at is null and expires_at > now()
         and deleted_at is null and jsonb_typeof(data->'event_ids') = 'array'
     )
     select event.id, event.type, event.actor_type, event.actor_id, event.data,
            event.created_at, undoable.token as undo
     from crm_ticket_event event left join undoable on undoable.event_id = event.id
     where event.ticket_id = ? and event.deleted_at is null
     order by event.created_at desc, event.id desc limit 500`,
    [ticketId, agentId, ticketId]
  )
