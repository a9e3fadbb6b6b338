import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../../modules/helpdesk"
import { canMailAgents } from "../../../../../workflows/notices/can-mail-agents"
import { setMailWishWorkflow } from "../../../../../workflows/notices/set-mail-wish"
import { agentOf } from "../../actor"
import type { NoticeSettingsResponse, UpdateNoticeSettings } from "../contract"

/** The asking agent's own. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<NoticeSettingsResponse>
) => {
  const mail = await req.scope.resolve(HELPDESK_MODULE).mailWishOf(agentOf(req).id)

  res.json({ notice_settings: { mail, can_mail: await canMailAgents(req.scope) } })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<UpdateNoticeSettings>,
  res: MedusaResponse<NoticeSettingsResponse>
) => {
  const { mail } = req.validatedBody

  await setMailWishWorkflow(req.scope).run({
    input: { user_id: agentOf(req).id, mail },
  })
  res.json({ notice_settings: { mail, can_mail: await canMailAgents(req.scope) } })
}
