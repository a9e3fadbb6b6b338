import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../../../modules/helpdesk"
import { withInlineImages } from "../../../../../../modules/helpdesk/domain/inline-images"
import { copySavedFilesWorkflow } from "../../../../../../workflows/tickets/copy-saved-files"
import { actorOf } from "../../../actor"
import type { UsedSavedReplyResponse } from "../../contract"

/** The text for a message, and copies of its files: a file belongs to one message. */
export const POST = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<UsedSavedReplyResponse>
) => {
  const user_id = actorOf(req).id
  const reply = await req.scope
    .resolve(HELPDESK_MODULE)
    .savedReply(req.params.id, user_id)
  const { result: copies } = await copySavedFilesWorkflow(req.scope).run({
    input: { saved_reply_id: reply.id, user_id },
  })
  const copyOf = new Map(copies.map(({ original_id, copy }) => [original_id, copy]))

  res.json({
    saved_reply: {
      id: reply.id,
      title: reply.title,
      body_text: reply.body_text,
      body_html:
        reply.body_html && withInlineImages(reply.body_html, (id) => copyOf.get(id)?.id),
    },
    attachments: reply.attachments
      .filter(({ inline }) => !inline)
      .flatMap((original) => copyOf.get(original.id) ?? [])
      .map(({ id, filename, mime_type, size }) => ({ id, filename, mime_type, size })),
  })
}
