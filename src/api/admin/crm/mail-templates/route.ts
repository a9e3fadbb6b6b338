import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import type { MailTemplatesResponse } from "./contract"
import { presentMailTemplate } from "./present"

/** All of them, the built-in ones too. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<MailTemplatesResponse>
) => {
  const templates = await req.scope.resolve(HELPDESK_MODULE).mailTemplates()

  res.json({
    mail_templates: templates.map(presentMailTemplate),
    count: templates.length,
    offset: 0,
    limit: templates.length,
  })
}
