import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { StoreTicketResponse } from "../contract"
import { presentThread, seenTicket } from "../present"

export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<StoreTicketResponse>
) => {
  const { visitor, ticket } = await seenTicket(req)

  res.json({ ticket: await presentThread(req, visitor, ticket) })
}
