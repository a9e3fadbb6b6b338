import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import type { Actor } from "../../../modules/helpdesk/types"

/** Who asks. A secret API key is nobody in person: what it does, the system did. */
export const actorOf = ({
  auth_context,
}: Pick<AuthenticatedMedusaRequest, "auth_context">): Actor =>
  auth_context.actor_type === "user"
    ? { type: "user", id: auth_context.actor_id }
    : { type: "system", id: null }
