import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import { readReplyHtml } from "../../../../modules/mail/reply-html"
import { createTicketWorkflow } from "../../../../workflows/tickets/create-ticket"
import { actorOf } from "../actor"
import type {
  CreateTicket,
  ListTickets,
  TicketResponse,
  TicketsResponse,
  UnresolvedVariablesResponse,
} from "./contract"
import { withGroups } from "./customer-groups"
import { presentList } from "./present-list"
import { presentTicket } from "./present-ticket"
import { refuseUnresolved } from "./refuse-unresolved"

export const GET = async (
  req: AuthenticatedMedusaRequest<undefined, ListTickets>,
  res: MedusaResponse<TicketsResponse>
) => {
  const { customer_group_id, ...query } = req.validatedQuery as ListTickets
  const { id } = actorOf(req)
  const { tickets, count, next_cursor } = await req.scope
    .resolve(HELPDESK_MODULE)
    .ticketList(
      await withGroups(
        req.scope,
        {
          ...query,
          snoozed: query.snoozed === undefined ? undefined : query.snoozed === "true",
        },
        customer_group_id
      ),
      id
    )

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
  res: MedusaResponse<TicketResponse | UnresolvedVariablesResponse>
) => {
  const actor = actorOf(req)
  const {
    body = "",
    body_html,
    customer_id = null,
    classification_id = null,
    assignee_id = null,
    due_at = null,
    url = null,
    cc = [],
    attachment_ids = [],
    inform,
    ...rest
  } = req.validatedBody
  const written = body_html ? readReplyHtml(body_html) : null

  try {
    const { result } = await createTicketWorkflow(req.scope).run({
      input: {
        ...rest,
        actor,
        body_text: written?.text ?? body,
        body_html: written?.html ?? null,
        customer_id,
        classification_id,
        assignee_id,
        due_at,
        url,
        cc,
        attachment_ids,
        informed_ids: inform,
      },
    })
    res.json({ ticket: await presentTicket(req.scope, result.ticket_id, actor.id) })
  } catch (error) {
    if (!refuseUnresolved(error, res)) {
      throw error
    }
  }
}
