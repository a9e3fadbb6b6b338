import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import { createFormWorkflow } from "../../../../workflows/desk-settings/forms"
import type { CreateForm, FormResponse, FormsResponse } from "./contract"
import { presentForm } from "./present"

/** All of them: a shop has a handful. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<FormsResponse>
) => {
  const forms = await req.scope
    .resolve(HELPDESK_MODULE)
    .listCrmContactForms({}, { take: null, order: { name: "ASC" } })

  res.json({
    forms: forms.map(presentForm),
    count: forms.length,
    offset: 0,
    limit: forms.length,
  })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<CreateForm>,
  res: MedusaResponse<FormResponse>
) => {
  const { result: id } = await createFormWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  res.json({
    form: presentForm(
      await req.scope.resolve(HELPDESK_MODULE).retrieveCrmContactForm(id)
    ),
  })
}
