import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { agentNamesToShow } from "../../../../agents"
import type { Viewer } from "../../../../modules/helpdesk/records/presence"
import type { TicketRow } from "../../../../modules/helpdesk/reports/ticket-list"
import type { TicketListItem } from "./contract"

/** A name for an agent's id; one who was removed is still told apart from nobody. */
export const namedAgent = (id: string | null, names: ReadonlyMap<string, string>) =>
  id === null ? null : { id, name: names.get(id) ?? "?" }

/** The others: nobody has to be told that they look at what they look at. */
export const presentViewers = (
  viewers: Viewer[],
  names: ReadonlyMap<string, string>,
  askingAgent: string | null
) =>
  viewers
    .filter(({ id }) => id !== askingAgent)
    .map(({ id, is_writing }) => ({
      id,
      name: names.get(id) ?? "?",
      writing: is_writing,
    }))

export const presentRow = (
  row: TicketRow,
  names: ReadonlyMap<string, string>,
  askingAgent: string | null
): TicketListItem => ({
  id: row.id,
  number: row.number,
  subject: row.subject,
  status: row.status,
  department: row.department,
  classification: row.classification,
  requester: row.requester,
  customer_id: row.customer_id,
  order_ids: row.order_ids,
  assignee_id: row.assignee_id,
  locked_by: namedAgent(row.locked_by_id, names),
  awaiting: row.awaiting,
  reply_count: row.reply_count,
  last_message_at: row.last_message_at.toISOString(),
  you_replied_last: askingAgent !== null && row.last_agent_id === askingAgent,
  next_action_due_at: row.next_action_due_at?.toISOString() ?? null,
  next_action: row.next_action,
  snoozed_until: row.snoozed_until?.toISOString() ?? null,
  sticky_note: row.sticky_note,
  rating: row.rating,
  viewers: presentViewers(row.viewers, names, askingAgent),
  due_at: row.due_at?.toISOString() ?? null,
  channel: row.channel,
  version: row.version,
  created_at: row.created_at.toISOString(),
})

export async function presentList(
  container: MedusaContainer,
  rows: TicketRow[],
  askingAgent: string | null
): Promise<TicketListItem[]> {
  const names = await agentNamesToShow(
    container.resolve(ContainerRegistrationKeys.QUERY),
    rows.flatMap(({ locked_by_id, viewers }) => [
      locked_by_id,
      ...viewers.map(({ id }) => id),
    ])
  )
  return rows.map((row) => presentRow(row, names, askingAgent))
}
