import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { actorOf } from "../actor"
import type { PostResponse } from "./contract"
import { presentTicket } from "./present-ticket"

/** The message that was posted, and the ticket as it is with it. */
export async function presentPost(
  req: Pick<AuthenticatedMedusaRequest, "scope" | "auth_context">,
  { ticket_id, message_id }: { ticket_id: string; message_id: string }
): Promise<PostResponse> {
  const ticket = await presentTicket(req.scope, ticket_id, actorOf(req).id)
  const message = ticket.messages.find(({ id }) => id === message_id)

  if (!message) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Message ${message_id} was removed meanwhile`
    )
  }
  return { message, ticket }
}
