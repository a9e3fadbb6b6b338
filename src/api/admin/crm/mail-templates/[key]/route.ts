import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../../modules/helpdesk"
import {
  resetMailTemplateWorkflow,
  saveMailTemplateWorkflow,
} from "../../../../../workflows/desk-settings/mail-templates"
import type {
  MailTemplateReset,
  MailTemplateResponse,
  SaveMailTemplate,
} from "../contract"
import { changesOf, keyOf, presentMailTemplate } from "../present"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<MailTemplateResponse>
) => {
  const template = await req.scope
    .resolve(HELPDESK_MODULE)
    .mailTemplate(keyOf(req.params.key))

  res.json({ mail_template: presentMailTemplate(template) })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<SaveMailTemplate>,
  res: MedusaResponse<MailTemplateResponse>
) => {
  const key = keyOf(req.params.key)

  await saveMailTemplateWorkflow(req.scope).run({
    input: { key, changes: changesOf(req.validatedBody) },
  })
  const template = await req.scope.resolve(HELPDESK_MODULE).mailTemplate(key)

  res.json({ mail_template: presentMailTemplate(template) })
}

/** Back to the built-in words. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<MailTemplateReset>
) => {
  const key = keyOf(req.params.key)

  await resetMailTemplateWorkflow(req.scope).run({ input: { key } })
  res.json({ id: key, object: "mail_template", deleted: true })
}
