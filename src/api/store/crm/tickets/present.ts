import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import {
  authorKind,
  type StoreScope,
  type Visitor,
} from "../../../../modules/helpdesk/domain/store-visibility"
import type {
  StoreMessageRow,
  StoreTicketRow,
} from "../../../../modules/helpdesk/reports/store-tickets"
import { assertVisitor, visibleTo } from "../visitor"
import type { StoreMessage, StoreTicket } from "./contract"

/** Of a colleague's ticket one reads and writes; when it is done is for its owner to say. */
export const presentLine = (ticket: StoreTicketRow): StoreTicket => {
  const isClosed = ticket.status.category === "closed"

  return {
    id: ticket.id,
    number: ticket.number,
    subject: ticket.subject,
    status: ticket.status,
    department: ticket.department,
    order: ticket.order,
    created_at: ticket.created_at.toISOString(),
    last_message_at: ticket.last_message_at.toISOString(),
    awaiting: ticket.awaiting,
    can_reply: true,
    can_close: !isClosed && !ticket.is_shared,
    can_reopen: isClosed && !ticket.is_shared,
    is_shared: ticket.is_shared,
    rating: null,
  }
}

/** The ticket with what was said on it. */
export async function presentThread(
  req: MedusaRequest,
  visitor: Visitor,
  ticket: StoreTicketRow
): Promise<StoreTicket> {
  const helpdesk = req.scope.resolve(HELPDESK_MODULE)
  const [{ messages, history }, question] = await Promise.all([
    helpdesk.storeThread(ticket.id),
    helpdesk.questionOf(ticket.id),
  ])
  return {
    ...presentLine(ticket),
    rating:
      question && question.value !== null
        ? { value: question.value, comment: question.comment }
        : null,
    can_rate: question !== null && !ticket.is_shared,
    messages: messages.map((message) => presentMessage(message, ticket, visitor)),
    history: history.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() })),
  }
}

/** The shop speaks with its department's name, as its mail does: agents' own names stay inside. */
function presentMessage(
  message: StoreMessageRow,
  { department, is_shared }: StoreTicketRow,
  visitor: Visitor
): StoreMessage {
  const customerId = visitor.kind === "customer" ? visitor.customer_id : null
  const kind = authorKind(message, customerId, !is_shared)

  return {
    id: message.id,
    from: { name: kind === "shop" ? department.name : message.from_name, kind },
    body_text: message.body_text,
    body_html: message.body_html,
    attachments: message.attachments,
    created_at: message.created_at.toISOString(),
  }
}

export type SeenTicket = { visitor: Visitor; scope: StoreScope; ticket: StoreTicketRow }

/** @throws UNAUTHORIZED for nobody, NOT_FOUND for an unknown ticket and for somebody else's */
export async function seenTicket(req: MedusaRequest): Promise<SeenTicket> {
  const visitor = await assertVisitor(req)
  const scope = await visibleTo(req, visitor)
  const ticket = await req.scope
    .resolve(HELPDESK_MODULE)
    .storeTicket(scope, req.params.id)

  if (!ticket) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      "This request was not found. Open it from the list of your requests"
    )
  }
  return { visitor, scope, ticket }
}

/** What a change answers with: the ticket as it is now. */
export async function presentAgain(
  req: MedusaRequest,
  { visitor, scope, ticket }: SeenTicket
) {
  const now = await req.scope.resolve(HELPDESK_MODULE).storeTicket(scope, ticket.id)

  return presentThread(req, visitor, now ?? ticket)
}
