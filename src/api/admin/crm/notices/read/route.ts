import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../../modules/helpdesk"
import { readNoticesWorkflow } from "../../../../../workflows/notices/read-notices"
import { agentOf } from "../../actor"
import type { NoticesReadResponse, ReadNotices } from "../contract"

export const POST = async (
  req: AuthenticatedMedusaRequest<ReadNotices>,
  res: MedusaResponse<NoticesReadResponse>
) => {
  const { id: user_id } = agentOf(req)

  await readNoticesWorkflow(req.scope).run({ input: { user_id, ...req.validatedBody } })
  const { unread_count } = await req.scope
    .resolve(HELPDESK_MODULE)
    .noticesOf(user_id, { unread: true, limit: 1, offset: 0 })

  res.json({ unread_count })
}
