import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { erasePersonWorkflow } from "../../../../../workflows/customers/erase-person"
import { actorOf } from "../../actor"
import type { ErasePerson, PersonErasedResponse } from "../contract"
import { identityOf } from "../identity"

/** Erases a person from the desk for good. Her customer in the shop and her orders stay. */
export const POST = async (
  req: AuthenticatedMedusaRequest<ErasePerson>,
  res: MedusaResponse<PersonErasedResponse>
) => {
  const { emails, customers } = await identityOf(req.scope, req.validatedBody)
  const { result } = await erasePersonWorkflow(req.scope).run({
    input: {
      emails,
      customer_ids: customers.map(({ id }) => id),
      actor_id: actorOf(req).id,
    },
  })
  res.json({ erased: { emails, ...result } })
}
