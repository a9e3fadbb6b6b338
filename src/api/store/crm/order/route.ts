import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { getOrderDetailWorkflow } from "@medusajs/medusa/core-flows"
import { accessVisitorOf } from "../access-visitor"
import type { StoreOrderResponse } from "./contract"
import { ORDER_FIELDS, presentOrder, type OrderDetail } from "./present"

/** The one order that the session was opened for. */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<StoreOrderResponse>
) => {
  const visitor = await accessVisitorOf(req)

  if (visitor?.kind !== "order") {
    throw new MedusaError(
      MedusaError.Types.UNAUTHORIZED,
      "No order is open. Ask for a code with the order's number and address"
    )
  }
  const { result } = await getOrderDetailWorkflow(req.scope).run({
    input: { fields: ORDER_FIELDS, order_id: visitor.order_id },
  })
  // The workflow types a whole order; what it answers are the fields it was asked for.
  res.json({ order: presentOrder(result as unknown as OrderDetail) })
}
