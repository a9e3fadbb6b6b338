import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import { createTicketWorkflow } from "../../../../workflows/tickets/create-ticket"
import { actorOf } from "../actor"
import type {
  CreateTicket,
  ListTickets,
  TicketResponse,
  TicketsResponse,
} from "./contract"
import { withGroups } from "./customer-groups"
import { presentList } from "./present-list"
import { presentTicket } from "./present-ticket"

export const GET = async (
  req: AuthenticatedMedusaRequest<undefined, ListTickets>,
  res: MedusaResponse<TicketsResponse>
) => {
  const { customer_group_id, ...query } = req.validatedQuery as ListTickets
  const { id } = actorOf(req)
  const { tickets, count, next_cursor } = await req.scope
    .resolve(HELPDESK_MODULE)
    .ticketList(await withGroups(req.scope, query, customer_group_id), id)

  res.json({
    tickets: await presentList(req.scope, tickets, id),
    count,
    offset: query.offset,
    limit: query.limit,
    next_cursor,
  })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<CreateTicket>,
  res: MedusaResponse<TicketResponse>
) => {
  const actor = actorOf(req)
  const {
    body,
    customer_id = null,
    classification_id = null,
    assignee_id = null,
    due_at = null,
    url = null,
    cc = [],
    attachment_ids = [],
    ...rest
  } = req.validatedBody
  const { result } = await createTicketWorkflow(req.scope).run({
    input: {
      ...rest,
      actor,
      body_text: body,
      customer_id,
      classification_id,
      assignee_id,
      due_at,
      url,
      cc,
      attachment_ids,
    },
  })
  res.json({ ticket: await presentTicket(req.scope, result.ticket_id, actor.id) })
}
