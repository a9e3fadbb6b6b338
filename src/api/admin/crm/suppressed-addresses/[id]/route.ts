import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { liftSuppressionWorkflow } from "../../../../../workflows/outbound-mail/lift-suppression"
import type { SuppressedAddressDeleted } from "../contract"

/** Lets automatic mail go there again. */
export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<SuppressedAddressDeleted>
) => {
  const { id } = req.params

  await liftSuppressionWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "suppressed_address", deleted: true })
}
