import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { updateTicketWorkflow } from "../../../../../workflows/tickets/update-ticket"
import type { StoreTicketResponse } from "../contract"
import { presentAgain, presentLine, seenTicket } from "../present"

/** What a shopper may do to the status of her own request. Doing it again changes nothing. */
export const setsStatus =
  (status: "open" | "closed") =>
  async (req: MedusaRequest, res: MedusaResponse<StoreTicketResponse>) => {
    const seen = await seenTicket(req)
    const { is_shared, can_close, can_reopen } = presentLine(seen.ticket)

    if (is_shared) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Request #${seen.ticket.number} is a colleague's: only its owner can close or reopen it`
      )
    }
    if (status === "closed" ? can_close : can_reopen) {
      const id = seen.visitor.kind === "customer" ? seen.visitor.customer_id : null

      await updateTicketWorkflow(req.scope).run({
        input: {
          id: seen.ticket.id,
          actor: { type: "customer", id },
          changes: { status },
        },
      })
    }
    res.json({ ticket: await presentAgain(req, seen) })
  }
