import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { addPersonAddressWorkflow } from "../../../../../workflows/customers/person-addresses"
import { actorOf } from "../../actor"
import type { AddPersonAddress, PersonAddressResponse } from "./contract"

/** Read with the person: GET `/people`. */
export const POST = async (
  req: AuthenticatedMedusaRequest<AddPersonAddress>,
  res: MedusaResponse<PersonAddressResponse>
) => {
  const actor = actorOf(req)
  const {
    result: { id, undo },
  } = await addPersonAddressWorkflow(req.scope).run({
    input: { address: { ...req.validatedBody, added_by: actor.id }, actor },
  })
  res.json({ person_address: { id }, undo })
}
