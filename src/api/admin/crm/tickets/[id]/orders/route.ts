import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../../../modules/helpdesk"
import { linkTicketOrderWorkflow } from "../../../../../../workflows/tickets/link-ticket-order"
import { actorOf } from "../../../actor"
import type { LinkOrder, TicketResponse } from "../../contract"
import type { TicketOrdersResponse } from "../../contract-products"
import { orderDetails } from "../../order-details"
import { presentTicket } from "../../present-ticket"

/** What the page asks for when an order is unfolded; none for an unknown ticket. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<TicketOrdersResponse>
) => {
  const links = await req.scope
    .resolve(HELPDESK_MODULE)
    .listCrmTicketOrders({ ticket_id: req.params.id }, { take: 50 })

  res.json({
    orders: await orderDetails(
      req.scope,
      links.map(({ order_id }) => order_id)
    ),
  })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<LinkOrder>,
  res: MedusaResponse<TicketResponse>
) => {
  const { id } = req.params
  const actor = actorOf(req)

  await linkTicketOrderWorkflow(req.scope).run({
    input: { ticket_id: id, order_id: req.validatedBody.order_id, actor },
  })
  res.json({ ticket: await presentTicket(req.scope, id, actor.id) })
}
