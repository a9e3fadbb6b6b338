import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { openTicketLinkWorkflow } from "../../../../../../workflows/storefront/open-ticket-link"
import { newSession } from "../../../access-visitor"
import { customerIdOf } from "../../../customer-of"
import type { TicketSessionResponse } from "../../contract"

/** Trades the link of a mail for a short session. The page behind the link posts; opening it does nothing. */
export const POST = async (
  req: MedusaRequest,
  res: MedusaResponse<TicketSessionResponse>
) => {
  const { result: ticket } = await openTicketLinkWorkflow(req.scope).run({
    input: { token: req.params.token, customer_id: customerIdOf(req) },
  })
  if (!ticket) {
    throw new MedusaError(
      MedusaError.Types.UNAUTHORIZED,
      "This link opens nothing any more. Use the link of a newer mail, or ask for a code for your order"
    )
  }
  res.json({
    session: {
      ...(await newSession(req, "ticket_session", ticket.id, ticket.email)),
      ticket_id: ticket.id,
    },
  })
}
