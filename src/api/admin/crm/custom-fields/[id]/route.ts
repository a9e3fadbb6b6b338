import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../../modules/helpdesk"
import {
  deleteCustomFieldWorkflow,
  updateCustomFieldWorkflow,
} from "../../../../../workflows/desk-settings/custom-fields"
import type {
  CustomFieldDeleted,
  CustomFieldResponse,
  UpdateCustomField,
} from "../contract"
import { presentCustomField } from "../present"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<CustomFieldResponse>
) => {
  const field = await req.scope
    .resolve(HELPDESK_MODULE)
    .retrieveCrmCustomField(req.params.id)

  res.json({ custom_field: presentCustomField(field) })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<UpdateCustomField>,
  res: MedusaResponse<CustomFieldResponse>
) => {
  await updateCustomFieldWorkflow(req.scope).run({
    input: { id: req.params.id, changes: req.validatedBody },
  })
  const field = await req.scope
    .resolve(HELPDESK_MODULE)
    .retrieveCrmCustomField(req.params.id)

  res.json({ custom_field: presentCustomField(field) })
}

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<CustomFieldDeleted>
) => {
  await deleteCustomFieldWorkflow(req.scope).run({ input: { id: req.params.id } })

  res.json({ id: req.params.id, object: "custom_field", deleted: true })
}
