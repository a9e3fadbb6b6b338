import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/**
 * The floor of the ticket page: what an expert would write by hand for the answer that the page is
 * painted with, with nothing between the statements and the response. Copied into the bench's server,
 * never into a shop.
 */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { id } = req.query as { id: string }
  const actor = req.auth_context.actor_id
  const database = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const [ticket, messages, events, own] = await Promise.all([
    database.raw(TICKET, [actor, actor, actor, id]),
    database.raw(MESSAGES, [id]),
    database.raw(EVENTS, [id, actor, id]),
    database.raw("select address from crm_mail_account where deleted_at is null"),
  ])
  const to = [ticket.rows[0].requester.email]
  const asked = messages.rows.find(({ kind }: { kind: string }) => kind === "customer")
  const ours = new Set(own.rows.map(({ address }: { address: string }) => address))
  const cc = [...asked.to, ...asked.cc].filter(
    (address) => !ours.has(address) && !to.includes(address)
  )

  res.json({
    ticket: {
      ...ticket.rows[0],
      recipients: { reply: { to, cc: [] }, reply_all: { to, cc } },
      messages: messages.rows,
      events: events.rows,
    },
  })
}

const named = (user: string) => `
  case when ${user}.id is not null then json_build_object('id', ${user}.id, 'name',
    coalesce(nullif(concat_ws(' ', ${user}.first_name, ${user}.last_name), ''), ${user}.email))
  end`

const TICKET = `
  select ticket.id, ticket.number, ticket.subject,
         json_build_object('id', status.id, 'name', status.name,
                           'category', status.category) as status,
         json_build_object('id', department.id, 'name', department.private_name) as department,
         case when classification.id is not null then
           json_build_object('id', classification.id, 'name', classification.name)
         end as classification,
         json_build_object('name', ticket.requester_name,
                           'email', ticket.requester_email) as requester,
         ticket.customer_id, ticket.assignee_id, ${named("locker")} as locked_by,
         ticket.awaiting, ticket.reply_count, ticket.last_message_at,
         coalesce(ticket.last_agent_id = ?, false) as you_replied_last,
         ticket.next_action_due_at, ticket.due_at, ticket.channel, ticket.version,
         ticket.created_at, ticket.url, ticket.visible_to_customer, ticket.customer_proof,
         ticket.created_by_type, ticket.closed_at, null as merged_into,
         ${named("assignee")} as assignee, ${named("holder")} as held_by,
         department.status_after_reply, department.status_after_note,
         department.plain_text_only, null as locale,
         ticket.snoozed_until, ticket.sticky_note, null as snoozed_by, ticket.snooze_cut_short,
         (select tone from crm_ticket_rating
          where ticket_id = ticket.id and answered_at is not null and deleted_at is null
          order by answered_at desc limit 1) as rating,
         department.rating_mode = 'after_closing' as asks_for_rating,
         coalesce((select json_agg(id) from crm_ticket_rating
                   where ticket_id = ticket.id and deleted_at is null), '[]') as ratings,
         coalesce((select json_agg(key) from jsonb_object_keys(ticket.custom_fields) key),
                  '[]') as custom_fields,
         (select json_build_object('id', form.id, 'name', form.name)
          from crm_contact_form form where form.id = ticket.form_id) as form,
         (select text from crm_follow_up
          where ticket_id = ticket.id and done_at is null and deleted_at is null
          order by due_at, id limit 1) as next_action,
         coalesce((select json_agg(user_id) from crm_ticket_presence
                   where ticket_id = ticket.id and expires_at > clock_timestamp()
                     and user_id <> ?), '[]') as viewers,
         coalesce((select json_agg(id) from crm_follow_up
                   where ticket_id = ticket.id and deleted_at is null), '[]') as follow_ups,
         coalesce((select json_agg(user_id) from crm_ticket_watcher
                   where ticket_id = ticket.id and deleted_at is null), '[]') as watchers,
         '{"following": false, "once": false, "answered_at": null}'::json as watching,
         exists(select from crm_ticket_pin
                where ticket_id = ticket.id and user_id = ?
                  and deleted_at is null) as kept_in_my_tickets,
         coalesce((select sum(duration_seconds)::int from crm_ticket_message
                   where ticket_id = ticket.id and source = 'phone_call'
                     and deleted_at is null), 0) as call_seconds,
         (select id from crm_draft where ticket_id = ticket.id limit 1) as draft,
         array(select order_id from crm_ticket_order
               where ticket_id = ticket.id and proof <> 'suggestion' and deleted_at is null
               order by created_at) as order_ids,
         coalesce((select json_agg(json_build_object('id', id, 'order_id', order_id,
                     'display_id', display_id, 'proof', proof, 'address_differs', false,
                     'order', null) order by created_at)
                   from crm_ticket_order
                   where ticket_id = ticket.id and deleted_at is null), '[]') as orders,
         '[]'::json as latest_orders,
         coalesce((select json_agg(json_build_object('name', name, 'email', email, 'role', role)
                                   order by created_at)
                   from crm_ticket_participant
                   where ticket_id = ticket.id and deleted_at is null), '[]') as participants,
         null as customer,
         (select json_build_object('total', count(*),
            'open', count(*) filter (where status_category <> 'closed'))
          from crm_ticket other
          where other.requester_email = ticket.requester_email and other.deleted_at is null
            and other.merged_into_id is null) as requester_tickets,
         coalesce((select json_agg(other.id) from crm_ticket_relation relation
                   join crm_ticket other on other.id in (relation.ticket_id, relation.other_id)
                                        and other.id <> ticket.id
                   where (relation.ticket_id = ticket.id or relation.other_id = ticket.id)
                     and relation.deleted_at is null), '[]') as related,
         coalesce((select json_agg(merged_id) from crm_ticket_merge
                   where survivor_id = ticket.id and undone_at is null
                     and deleted_at is null), '[]') as merged_tickets,
         coalesce((select json_agg(id) from crm_ticket_product
                   where ticket_id = ticket.id and deleted_at is null), '[]') as products
  from crm_ticket ticket
  join crm_ticket_status status on status.id = ticket.status_id
  join crm_department department on department.id = ticket.department_id
  left join crm_classification classification on classification.id = ticket.classification_id
  left join "user" locker on locker.id = ticket.locked_by_id
  left join "user" assignee on assignee.id = ticket.assignee_id
  left join "user" holder on holder.id = ticket.held_by_id
  where ticket.id = ? and ticket.deleted_at is null`

const MESSAGES = `
  select id, kind, json_build_object('name', from_name, 'email', from_email) as "from", author_id,
         "to", cc, bcc, subject, body_text, body_html, signature_text, quoted_text,
         coalesce((select json_agg(json_build_object('id', file.id, 'filename', file.filename,
                     'mime_type', file.mime_type, 'size', file.size,
                     'content_id', file.content_id, 'inline', file.inline) order by position)
                   from crm_attachment file
                   where file.message_id = message.id and file.deleted_at is null), '[]') as attachments,
         source, duration_seconds, automated, is_third_party, sender_check, sender_claim,
         coalesce(reply_to, '[]') as reply_to, inbound_mail_id, problems, hold,
         held_until as send_at, null as private_to, false as is_hidden, created_at,
         ((select version from crm_ticket where id = ticket_id)
           + 1 - row_number() over (order by created_at desc, id desc))::int as version,
         case when delivery_state is not null then
           json_build_object('state', delivery_state, 'error', delivery_error,
                             'failures', coalesce(delivery_failures, '[]'))
         end as delivery,
         null as merged_from
  from crm_ticket_message message
  where ticket_id = ? and deleted_at is null
  order by created_at desc, id desc`

const EVENTS = `
  select event.id, event.type,
         json_build_object('type', event.actor_type, 'id', event.actor_id,
           'name', coalesce(nullif(concat_ws(' ', agent.first_name, agent.last_name), ''),
                            agent.email)) as actor,
         event.data, event.created_at, undoable.token as undo
  from crm_ticket_event event
  left join "user" agent on agent.id = event.actor_id
  left join (
    select token, jsonb_array_elements_text(data->'event_ids') as event_id
    from crm_undo where ticket_id = ? and actor_id = ? and used_at is null and expires_at > now()
  ) undoable on undoable.event_id = event.id
  where event.ticket_id = ? and event.deleted_at is null
  order by event.created_at desc, event.id desc`
