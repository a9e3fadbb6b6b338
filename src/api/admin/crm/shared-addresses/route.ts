import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { markSharedAddressWorkflow } from "../../../../workflows/customers/mark-shared-address"
import { actorOf } from "../actor"
import type { MarkSharedAddress, SharedAddressResponse } from "./contract"

export const POST = async (
  req: AuthenticatedMedusaRequest<MarkSharedAddress>,
  res: MedusaResponse<SharedAddressResponse>
) => {
  const { email, is_shared } = req.validatedBody

  await markSharedAddressWorkflow(req.scope).run({
    input: { email, is_shared, marked_by: actorOf(req).id },
  })
  res.json({ shared_address: { email, is_shared } })
}
