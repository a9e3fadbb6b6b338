import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/**
 * The floor of the ticket list: what an expert would write for this answer by hand, with nothing
 * between the statement and the response. Copied into the bench's server, never into a shop.
 */
export const GET = async (
  req: AuthenticatedMedusaRequest<undefined, Record<string, string>>,
  res: MedusaResponse
) => {
  const actor = req.auth_context.actor_id
  const { variant, limit, key, id, value } = req.query as Record<string, string>
  const { where, bindings } = WHERE[variant](value)
  const after = key ? "and (ticket.last_message_at, ticket.id) < (?::timestamptz, ?)" : ""
  const database = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const [{ rows: tickets }, { rows: counts }] = await Promise.all([
    database.raw(pageOf(`${LISTED} and ${where} ${after}`), [
      actor,
      actor,
      ...bindings,
      ...(key ? [key, id] : []),
      Number(limit),
    ]),
    database.raw(
      `select count(*)::int as count from crm_ticket ticket where ${LISTED} and ${where}`,
      bindings
    ),
  ])
  res.json({ tickets, count: counts[0].count, offset: 0, limit: Number(limit) })
}

const LISTED = "ticket.deleted_at is null and ticket.merged_into_id is null"

const WHERE: Record<string, (value: string) => { where: string; bindings: string[] }> = {
  all: () => ({ where: "true", bindings: [] }),
  status: (value) => ({ where: "ticket.status_category = ?", bindings: [value] }),
  unclosed: () => ({ where: "ticket.status_category <> 'closed'", bindings: [] }),
  department: (value) => ({ where: "ticket.department_id = ?", bindings: [value] }),
  search: (value) => ({
    // As an array: the planner takes every prefix for common, and would walk all tickets.
    where: `ticket.id = any(array(select ticket_id from crm_ticket_search
                                  where document @@ to_tsquery('simple', ?)))`,
    bindings: [`${value}:*`],
  }),
}

const pageOf = (where: string) => `
  select ticket.id, ticket.number, ticket.subject,
         json_build_object('id', status.id, 'name', status.name,
                           'category', status.category) as status,
         json_build_object('id', department.id, 'name', department.private_name) as department,
         case when classification.id is not null then
           json_build_object('id', classification.id, 'name', classification.name)
         end as classification,
         json_build_object('name', ticket.requester_name,
                           'email', ticket.requester_email) as requester,
         ticket.customer_id,
         array(select order_id from crm_ticket_order
               where ticket_id = ticket.id and proof <> 'suggestion' and deleted_at is null
               order by created_at) as order_ids,
         ticket.assignee_id,
         case when agent.id is not null then
           json_build_object('id', agent.id, 'name', coalesce(
             nullif(concat_ws(' ', agent.first_name, agent.last_name), ''), agent.email))
         end as locked_by,
         ticket.awaiting, ticket.reply_count, ticket.last_message_at,
         coalesce(ticket.last_agent_id = ?, false) as you_replied_last,
         ticket.next_action_due_at, ticket.due_at, ticket.channel, ticket.version, ticket.created_at,
         ticket.snoozed_until, ticket.sticky_note,
         (select tone from crm_ticket_rating
          where ticket_id = ticket.id and answered_at is not null and deleted_at is null
          order by answered_at desc limit 1) as rating,
         case when ticket.next_action_due_at is not null then (
           select text from crm_follow_up
           where ticket_id = ticket.id and done_at is null and deleted_at is null
           order by due_at, id limit 1
         ) end as next_action,
         coalesce((
           select json_agg(json_build_object('id', viewer.user_id, 'name', coalesce(
                    nullif(concat_ws(' ', colleague.first_name, colleague.last_name), ''),
                    colleague.email), 'writing', viewer.is_writing) order by viewer.user_id)
           from crm_ticket_presence viewer
           join "user" colleague on colleague.id = viewer.user_id
           where viewer.ticket_id = ticket.id and viewer.expires_at > clock_timestamp()
             and viewer.user_id <> ?
         ), '[]') as viewers
  from (
    select * from crm_ticket ticket where ${where}
    order by last_message_at desc, id desc limit ?
  ) ticket
  join crm_ticket_status status on status.id = ticket.status_id
  join crm_department department on department.id = ticket.department_id
  left join crm_classification classification on classification.id = ticket.classification_id
  left join "user" agent on agent.id = ticket.locked_by_id
  order by ticket.last_message_at desc, ticket.id desc`
