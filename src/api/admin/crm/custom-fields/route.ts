import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import { createCustomFieldWorkflow } from "../../../../workflows/desk-settings/custom-fields"
import type {
  CreateCustomField,
  CustomFieldResponse,
  CustomFieldsResponse,
} from "./contract"
import { presentCustomField } from "./present"

/** All of them: every ticket page needs them. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<CustomFieldsResponse>
) => {
  const fields = await req.scope
    .resolve(HELPDESK_MODULE)
    .listCrmCustomFields({}, { take: null, order: { position: "ASC", label: "ASC" } })

  res.json({
    custom_fields: fields.map(presentCustomField),
    count: fields.length,
    offset: 0,
    limit: fields.length,
  })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<CreateCustomField>,
  res: MedusaResponse<CustomFieldResponse>
) => {
  const { result: id } = await createCustomFieldWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  res.json({
    custom_field: presentCustomField(
      await req.scope.resolve(HELPDESK_MODULE).retrieveCrmCustomField(id)
    ),
  })
}
