import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import { createStatusWorkflow } from "../../../../workflows/desk-settings/statuses"
import type { CreateStatus, StatusesResponse, StatusResponse } from "./contract"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StatusesResponse>
) => {
  const statuses = await req.scope.resolve(HELPDESK_MODULE).listStatuses()

  res.json({ statuses, count: statuses.length, offset: 0, limit: statuses.length })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<CreateStatus>,
  res: MedusaResponse<StatusResponse>
) => {
  const { result: status } = await createStatusWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  res.json({ status })
}
