import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { agentNames } from "../../../../agents"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import { agentOf } from "../actor"
import { namedAgent } from "../tickets/present-list"
import type { ListNotices, NoticesResponse } from "./contract"

/** The asking agent's own. */
export const GET = async (
  req: AuthenticatedMedusaRequest<undefined, ListNotices>,
  res: MedusaResponse<NoticesResponse>
) => {
  const { unread, limit, offset } = req.validatedQuery as ListNotices
  const found = await req.scope
    .resolve(HELPDESK_MODULE)
    .noticesOf(agentOf(req).id, { unread: unread === "true", limit, offset })
  const names = await agentNames(
    req.scope.resolve(ContainerRegistrationKeys.QUERY),
    found.notices.map(({ actor_id }) => actor_id)
  )
  res.json({
    notices: found.notices.map(({ actor_id, created_at, read_at, ...notice }) => ({
      ...notice,
      actor: namedAgent(actor_id, names),
      created_at: created_at.toISOString(),
      read_at: read_at?.toISOString() ?? null,
    })),
    unread_count: found.unread_count,
    count: found.count,
    offset,
    limit,
  })
}
