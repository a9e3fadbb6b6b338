import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { removePersonAddressWorkflow } from "../../../../../../workflows/customers/person-addresses"
import { actorOf } from "../../../actor"
import type { PersonAddressDeleted } from "../contract"

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<PersonAddressDeleted>
) => {
  const { id } = req.params
  const { result } = await removePersonAddressWorkflow(req.scope).run({
    input: { id, actor: actorOf(req) },
  })
  res.json({ id, object: "person_address", deleted: true, undo: result.undo })
}
