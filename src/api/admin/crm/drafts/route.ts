import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import { actorOf } from "../actor"
import type { DraftsResponse } from "./contract"

/** The asking agent's drafts, the latest first, at most a hundred. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<DraftsResponse>
) => {
  const { id } = actorOf(req)
  const drafts = id ? await req.scope.resolve(HELPDESK_MODULE).draftsOf(id) : []

  res.json({
    drafts: drafts.map(({ ticket, excerpt, updated_at, changes }) => ({
      ticket,
      excerpt,
      updated_at: updated_at.toISOString(),
      ticket_changes: changes,
    })),
    count: drafts.length,
    offset: 0,
    limit: drafts.length,
  })
}
