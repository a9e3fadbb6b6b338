import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../../../modules/helpdesk"
import { linkTicketOrderWorkflow } from "../../../../../../workflows/tickets/link-ticket-order"
import { actorOf } from "../../../actor"
import type { LinkOrder, TicketResponse } from "../../contract"
import type { TicketOrdersResponse } from "../../contract-products"
import { latestOrders } from "../../look-up"
import { orderDetails } from "../../order-details"
import { presentTicket } from "../../present-ticket"

/** What the page asks for when it stands. @throws NOT_FOUND */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<TicketOrdersResponse>
) => {
  const helpdesk = req.scope.resolve(HELPDESK_MODULE)
  const { requester_email, customer_id } = await helpdesk.retrieveCrmTicket(req.params.id)
  const links = await helpdesk.listCrmTicketOrders(
    { ticket_id: req.params.id },
    { take: MOST_ORDERS, order: { created_at: "ASC" } }
  )
  const [orders, latest_orders] = await Promise.all([
    orderDetails(
      req.scope,
      links.map(({ order_id }) => order_id),
      requester_email
    ),
    latestOrders(req.scope, { email: requester_email, customer_id }),
  ])
  res.json({ orders, latest_orders })
}

const MOST_ORDERS = 50

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
