import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../../modules/helpdesk"
import {
  deleteFormWorkflow,
  updateFormWorkflow,
} from "../../../../../workflows/desk-settings/forms"
import type { FormDeleted, FormResponse, UpdateForm } from "../contract"
import { presentForm } from "../present"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<FormResponse>
) => {
  const form = await req.scope
    .resolve(HELPDESK_MODULE)
    .retrieveCrmContactForm(req.params.id)

  res.json({ form: presentForm(form) })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<UpdateForm>,
  res: MedusaResponse<FormResponse>
) => {
  await updateFormWorkflow(req.scope).run({
    input: { id: req.params.id, changes: req.validatedBody },
  })
  const form = await req.scope
    .resolve(HELPDESK_MODULE)
    .retrieveCrmContactForm(req.params.id)

  res.json({ form: presentForm(form) })
}

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<FormDeleted>
) => {
  await deleteFormWorkflow(req.scope).run({ input: { id: req.params.id } })

  res.json({ id: req.params.id, object: "form", deleted: true })
}
