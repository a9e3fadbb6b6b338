import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { HELPDESK_MODULE } from "../../../../../../modules/helpdesk"
import {
  EXAMPLE_FACTS,
  exampleContent,
} from "../../../../../../modules/helpdesk/domain/example-mail"
import {
  refusalOfTemplate,
  renderMailTemplate,
} from "../../../../../../modules/helpdesk/domain/render-mail-template"
import type { MailTemplatePreviewResponse, SaveMailTemplate } from "../../contract"
import { changesOf, keyOf } from "../../present"

/** The mail as it would leave with these words; saves nothing. */
export const POST = async (
  req: AuthenticatedMedusaRequest<SaveMailTemplate>,
  res: MedusaResponse<MailTemplatePreviewResponse>
) => {
  const key = keyOf(req.params.key)
  const stored = await req.scope.resolve(HELPDESK_MODULE).mailTemplate(key)
  const template = { ...stored, ...changesOf(req.validatedBody) }
  const refusal = refusalOfTemplate(key, template)

  if (refusal) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, refusal)
  }
  res.json({
    preview: renderMailTemplate(key, template, EXAMPLE_FACTS, exampleContent(key)),
  })
}
