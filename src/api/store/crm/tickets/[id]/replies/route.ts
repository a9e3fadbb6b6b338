import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { severalLines } from "../../../../../../modules/helpdesk/domain/field-answer"
import { replyAsShopperWorkflow } from "../../../../../../workflows/requests/reply-as-shopper"
import type { ReplyToRequest, StoreTicketResponse } from "../../contract"
import { filesOf } from "../../files"
import { presentAgain, seenTicket } from "../../present"
import { authorOf } from "../author"

export const POST = async (
  req: MedusaRequest<ReplyToRequest>,
  res: MedusaResponse<StoreTicketResponse>
) => {
  const seen = await seenTicket(req)
  const { message, attachment_ids } = req.validatedBody

  await replyAsShopperWorkflow(req.scope).run({
    input: {
      ticket_id: seen.ticket.id,
      ...(await authorOf(req, seen)),
      body_text: severalLines(message),
      files: filesOf(req, attachment_ids),
    },
  })
  res.json({ ticket: await presentAgain(req, seen) })
}
