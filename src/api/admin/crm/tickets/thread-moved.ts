import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import { THREAD_MOVED } from "../../../../modules/helpdesk/records/post-message"
import { actorOf } from "../actor"
import type { ThreadMovedResponse } from "./contract"
import { presentMessage } from "./present-ticket"

/**
 * Answers a post to a thread that moved with what its author has not read (E-06). Sent here, because
 * Medusa would replace the text of a 409 by one of its own.
 * @throws the error again, when it is another one
 */
export async function answerThreadMoved(
  req: Pick<AuthenticatedMedusaRequest, "scope" | "auth_context" | "params">,
  res: MedusaResponse<ThreadMovedResponse>,
  error: unknown,
  readVersion = 0
): Promise<void> {
  if (!isThreadMoved(error)) {
    throw error
  }
  const newer = await req.scope
    .resolve(HELPDESK_MODULE)
    .messagesSince(req.params.id, readVersion)
  const asking = actorOf(req).id

  res.status(409).json({
    type: THREAD_MOVED,
    message: error.message,
    messages: newer.map((message) => presentMessage(message, asking)),
  })
}

/** By its code: what a workflow throws is not the error itself. */
const isThreadMoved = (error: unknown): error is { message: string } =>
  typeof error === "object" &&
  error !== null &&
  "code" in error &&
  error.code === THREAD_MOVED
