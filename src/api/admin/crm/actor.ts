import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { Actor } from "../../../modules/helpdesk/types"

/** Who asks. A secret API key is nobody in person: what it does, the system did. */
export const actorOf = ({
  auth_context,
}: Pick<AuthenticatedMedusaRequest, "auth_context">): Actor =>
  auth_context.actor_type === "user"
    ? { type: "user", id: auth_context.actor_id }
    : { type: "system", id: null }

/** Who asks, in person. @throws NOT_ALLOWED for an API key */
export function agentOf(
  req: Pick<AuthenticatedMedusaRequest, "auth_context">
): Actor & { id: string } {
  const { type, id } = actorOf(req)

  if (!id) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "Only an agent who is logged in can do this: an API key is nobody's hands"
    )
  }
  return { type, id }
}
