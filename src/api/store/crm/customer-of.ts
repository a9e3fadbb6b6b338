import type { MedusaRequest } from "@medusajs/framework/http"

/** The id of the logged-in customer, who may also come through another door at the same time. */
export function customerIdOf(req: MedusaRequest): string | null {
  const auth = "auth_context" in req ? req.auth_context : undefined

  return isCustomer(auth) ? auth.actor_id : null
}

const isCustomer = (auth: unknown): auth is { actor_id: string } =>
  typeof auth === "object" &&
  auth !== null &&
  "actor_type" in auth &&
  auth.actor_type === "customer" &&
  "actor_id" in auth &&
  typeof auth.actor_id === "string" &&
  auth.actor_id !== ""
