import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import { openRequestWorkflow } from "../../../../workflows/requests/open-request"
import { assertVisitor, visibleTo } from "../visitor"
import type {
  ListStoreTickets,
  OpenRequest,
  StoreTicketResponse,
  StoreTicketsResponse,
} from "./contract"
import { presentLine, presentThread } from "./present"
import { requestOf } from "./request-of"

export const GET = async (
  req: MedusaRequest<undefined, ListStoreTickets>,
  res: MedusaResponse<StoreTicketsResponse>
) => {
  const query = req.validatedQuery as ListStoreTickets
  const { tickets, count } = await req.scope
    .resolve(HELPDESK_MODULE)
    .storeTickets(await visibleTo(req, await assertVisitor(req)), query)

  res.json({
    tickets: tickets.map(presentLine),
    count,
    offset: query.offset,
    limit: query.limit,
  })
}

export const POST = async (
  req: MedusaRequest<OpenRequest>,
  res: MedusaResponse<StoreTicketResponse>
) => {
  const visitor = await assertVisitor(req)
  const { result } = await openRequestWorkflow(req.scope).run({
    input: await requestOf(req, visitor, req.validatedBody),
  })
  const ticket = await req.scope
    .resolve(HELPDESK_MODULE)
    .storeTicket(await visibleTo(req, visitor), result.ticket_id)

  if (ticket) {
    res.json({ ticket: await presentThread(req, visitor, ticket) })
  }
}
