import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { orderNumberOf } from "../../../../modules/helpdesk/domain/order-access"
import { askForOrderWorkflow } from "../../../../workflows/order-access/ask-for-order"
import { networkOf } from "../network-of"
import type { AskForOrder, OrderAccessResponse, TooManyRequests } from "./contract"

/** Asks for a one-time code, which goes to the order's own address and nowhere else. */
export const POST = async (
  req: MedusaRequest<AskForOrder>,
  res: MedusaResponse<OrderAccessResponse | TooManyRequests>
) => {
  const { order_number, email, locale } = req.validatedBody
  const { result: asked } = await askForOrderWorkflow(req.scope).run({
    input: {
      order_number: orderNumberOf(String(order_number)),
      email,
      locale: locale ?? req.locale ?? null,
      network: networkOf(req),
    },
  })
  if (!asked) {
    res.status(429).json({
      type: "too_many_requests",
      message: "Codes were asked for too often. Try again in fifteen minutes",
    })
    return
  }
  res.status(202).json({
    order_access: {
      id: asked.id,
      expires_at: new Date(asked.expires_at).toISOString(),
    },
  })
}
