import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { agentNames } from "../../../../agents"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import type { ListedFollowUp as Row } from "../../../../modules/helpdesk/reports/follow-up-list"
import { isoMoment } from "../iso-moment"
import type { FollowUp } from "../tickets/contract"
import { namedAgent } from "../tickets/present-list"
import type { ListedFollowUp } from "./contract"

type Fields = {
  id: string
  text: string
  due_at: Date | string
  assignee_id: string | null
  created_by_id: string | null
  message_id: string | null
  done_at: Date | string | null
  done_by_id: string | null
  created_at: Date | string
}

export const presentFollowUp = (
  row: Fields,
  names: ReadonlyMap<string, string>
): FollowUp => ({
  id: row.id,
  text: row.text,
  due_at: isoMoment(row.due_at),
  assignee: namedAgent(row.assignee_id, names),
  created_by: namedAgent(row.created_by_id, names),
  message_id: row.message_id,
  done_at: row.done_at && isoMoment(row.done_at),
  done_by: namedAgent(row.done_by_id, names),
  created_at: isoMoment(row.created_at),
})

export async function presentFollowUps(
  container: MedusaContainer,
  rows: Row[]
): Promise<ListedFollowUp[]> {
  const names = await agentNames(
    container.resolve(ContainerRegistrationKeys.QUERY),
    rows.flatMap(({ assignee_id, created_by_id, done_by_id }) => [
      assignee_id,
      created_by_id,
      done_by_id,
    ])
  )
  return rows.map((row) => ({ ...presentFollowUp(row, names), ticket: row.ticket }))
}

/** @throws NOT_FOUND */
export async function presentOneFollowUp(
  container: MedusaContainer,
  id: string
): Promise<ListedFollowUp> {
  const row = await container.resolve(HELPDESK_MODULE).followUp(id)

  if (!row) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Follow-up ${id} was not found`)
  }
  return (await presentFollowUps(container, [row]))[0]
}
