import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../../../modules/helpdesk"
import { readReplyHtml } from "../../../../../../modules/mail/reply-html"
import { replyToTicketWorkflow } from "../../../../../../workflows/tickets/reply-to-ticket"
import { actorOf } from "../../../actor"
import type {
  CreateReply,
  PostResponse,
  ThreadMovedResponse,
  UnresolvedVariablesResponse,
} from "../../contract"
import { refuseUnresolved } from "../../refuse-unresolved"
import { presentPost } from "../../present-post"
import { answerThreadMoved } from "../../thread-moved"

export const POST = async (
  req: AuthenticatedMedusaRequest<CreateReply>,
  res: MedusaResponse<PostResponse | ThreadMovedResponse | UnresolvedVariablesResponse>
) => {
  const { body_text, body_html, ...reply } = req.validatedBody
  const written = body_html === undefined ? null : readReplyHtml(body_html)
  const { undoSendSeconds, whenCustomerWritesFirst } =
    req.scope.resolve(HELPDESK_MODULE).options

  try {
    const { result } = await replyToTicketWorkflow(req.scope).run({
      input: {
        if_customer_writes: whenCustomerWritesFirst,
        ...reply,
        ticket_id: req.params.id,
        actor: actorOf(req),
        body_text: body_text ?? written?.text ?? "",
        body_html: written?.html ?? null,
        undo_send_seconds: undoSendSeconds,
      },
    })
    res.json({
      ...(await presentPost(req, result)),
      ...(result.undo ? { undo: result.undo } : {}),
    })
  } catch (error) {
    if (!refuseUnresolved(error, res)) {
      await answerThreadMoved(req, res, error, reply.expected_version)
    }
  }
}
