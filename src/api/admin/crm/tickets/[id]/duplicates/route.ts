import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../../../modules/helpdesk"
import type { DuplicatesResponse } from "../../contract-several"

/** Open tickets that may be about the same. None for an unknown ticket. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<DuplicatesResponse>
) => {
  const duplicates = await req.scope
    .resolve(HELPDESK_MODULE)
    .likelyDuplicates(req.params.id)

  res.json({
    duplicates: duplicates.map((ticket) => ({
      ...ticket,
      last_message_at: ticket.last_message_at.toISOString(),
    })),
  })
}
