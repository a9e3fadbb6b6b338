import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../../../modules/helpdesk"
import { THREAD_MOVED } from "../../../../../../modules/helpdesk/records/post-message"
import { readReplyHtml } from "../../../../../../modules/mail/reply-html"
import { replyToTicketWorkflow } from "../../../../../../workflows/tickets/reply-to-ticket"
import { actorOf } from "../../../actor"
import type { CreateReply, PostResponse, ThreadMovedResponse } from "../../contract"
import { presentMessage } from "../../present-ticket"
import { presentPost } from "../../present-post"

export const POST = async (
  req: AuthenticatedMedusaRequest<CreateReply>,
  res: MedusaResponse<PostResponse | ThreadMovedResponse>
) => {
  const { body_text, body_html, ...reply } = req.validatedBody
  const written = body_html === undefined ? null : readReplyHtml(body_html)
  const { id } = req.params

  try {
    const { result } = await replyToTicketWorkflow(req.scope).run({
      input: {
        ...reply,
        ticket_id: id,
        actor: actorOf(req),
        body_text: body_text ?? written?.text ?? "",
        body_html: written?.html ?? null,
      },
    })
    res.json(await presentPost(req, result))
  } catch (error) {
    if ((error as { code?: string }).code !== THREAD_MOVED) {
      throw error
    }
    // Medusa would replace the text of a 409 by one of its own.
    const newer = await req.scope
      .resolve(HELPDESK_MODULE)
      .messagesSince(id, reply.expected_version ?? 0)

    res.status(409).json({
      type: THREAD_MOVED,
      message: (error as Error).message,
      messages: newer.map((message) => presentMessage(message)),
    })
  }
}
