import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { HELPDESK_MODULE } from "../../../../../modules/helpdesk"
import {
  deleteStatusWorkflow,
  updateStatusWorkflow,
} from "../../../../../workflows/desk-settings/statuses"
import type { StatusDeleted, StatusResponse, UpdateStatus } from "../contract"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StatusResponse>
) => {
  const statuses = await req.scope.resolve(HELPDESK_MODULE).listStatuses()
  const status = statuses.find(({ id }) => id === req.params.id)

  if (!status) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Status ${req.params.id} was not found`
    )
  }
  res.json({ status })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<UpdateStatus>,
  res: MedusaResponse<StatusResponse>
) => {
  const { result: status } = await updateStatusWorkflow(req.scope).run({
    input: { id: req.params.id, changes: req.validatedBody },
  })
  res.json({ status })
}

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<StatusDeleted>
) => {
  await deleteStatusWorkflow(req.scope).run({ input: { id: req.params.id } })

  res.json({ id: req.params.id, object: "status", deleted: true })
}
