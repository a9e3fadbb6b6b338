import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { openOrderWorkflow } from "../../../../../../workflows/order-access/open-order"
import { newSession } from "../../../access-visitor"
import { customerIdOf } from "../../../customer-of"
import type { OpenOrder, SessionResponse } from "../../contract"

/** Trades a code for a short session. Whatever is wrong is answered in the same words. */
export const POST = async (
  req: MedusaRequest<OpenOrder>,
  res: MedusaResponse<SessionResponse>
) => {
  const { result: opened } = await openOrderWorkflow(req.scope).run({
    input: {
      access_id: req.params.id,
      code: req.validatedBody.code,
      customer_id: customerIdOf(req),
    },
  })
  if (!opened) {
    throw new MedusaError(
      MedusaError.Types.UNAUTHORIZED,
      "This code does not open an order. It may be wrong, used or too old: ask for a new one"
    )
  }
  res.json({
    session: await newSession(req, "order_session", opened.order_id, opened.email),
  })
}
