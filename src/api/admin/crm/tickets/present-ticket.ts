import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { agentNames } from "../../../../agents"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import { replyRecipients } from "../../../../modules/helpdesk/domain/reply-recipients"
import { MAIL_MODULE } from "../../../../modules/mail"
import type {
  EventRow,
  MessageRow,
  TicketPage,
} from "../../../../modules/helpdesk/reports/ticket-page"
import type {
  OrderSummary,
  Ticket,
  TicketEvent,
  TicketMessage,
  TicketOrder,
} from "./contract"
import { presentDraft } from "./[id]/draft/present"
import { findCustomer, ordersBeside, type OrderWithAddresses } from "./look-up"
import { namedAgent, presentRow } from "./present-list"

/**
 * Everything the ticket page shows, in one answer.
 * @throws NOT_FOUND, for a deleted ticket as for one that never was
 */
export async function presentTicket(
  container: MedusaContainer,
  id: string,
  askingAgent: string | null
): Promise<Ticket> {
  const page = await container.resolve(HELPDESK_MODULE).ticketPage(id)

  if (!page) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Ticket ${id} was not found`)
  }
  const { ticket, messages, events } = page
  const [names, customer, { linked, latest }, copies, draft, own] = await Promise.all([
    agentNames(container.resolve(ContainerRegistrationKeys.QUERY), [
      ticket.locked_by_id,
      ticket.assignee_id,
      ticket.held_by_id,
      ...events
        .filter(({ actor_type }) => actor_type === "user")
        .map(({ actor_id }) => actor_id),
    ]),
    findCustomer(container, ticket.customer_id),
    ordersBeside(
      container,
      ticket.orders.map(({ order_id }) => order_id),
      { email: ticket.requester.email, customer_id: ticket.customer_id }
    ),
    container
      .resolve(MAIL_MODULE)
      .copiesOf(messages.flatMap(({ inbound_mail_id }) => inbound_mail_id ?? [])),
    presentDraft(container, id, askingAgent),
    container
      .resolve(MAIL_MODULE)
      .listCrmMailAccounts({}, { take: null, select: ["address"] }),
  ])

  return {
    ...presentRow(ticket, names, askingAgent),
    url: ticket.url,
    visible_to_customer: ticket.visible_to_customer,
    customer_proof: ticket.customer_proof,
    created_by_type: ticket.created_by_type,
    closed_at: ticket.closed_at?.toISOString() ?? null,
    merged_into: ticket.merged_into,
    assignee: namedAgent(ticket.assignee_id, names),
    held_by: namedAgent(ticket.held_by_id, names),
    status_after_reply: ticket.status_after_reply,
    status_after_note: ticket.status_after_note,
    plain_text_only: ticket.plain_text_only,
    locale: [...linked.values()].find(({ locale }) => locale)?.locale ?? null,
    recipients: replyRecipients(
      ticket.requester.email,
      messages.map(({ kind, from, to, cc }) => ({ kind, from: from.email, to, cc })),
      new Set(own.map(({ address }) => address.toLowerCase()))
    ),
    draft,
    messages: messages.map((message) => presentMessage(withCopies(message, copies))),
    events: events.map((event) => presentEvent(event, names)),
    participants: ticket.participants,
    customer,
    requester_tickets: ticket.requester_tickets,
    orders: ticket.orders.map((link) =>
      presentOrder(link, linked, ticket.requester.email)
    ),
    latest_orders: latest.map(summaryOf),
  }
}

/** A mail that came to several of our addresses is one message, sent to all of them. */
function withCopies(
  message: MessageRow,
  copies: ReadonlyMap<string, string[]>
): MessageRow {
  const named = new Set([...message.to, ...message.cc].map((to) => to.toLowerCase()))
  const others = (copies.get(message.inbound_mail_id ?? "") ?? []).filter(
    (address) => !named.has(address)
  )
  return others.length ? { ...message, to: [...message.to, ...others] } : message
}

export const presentMessage = (message: MessageRow): TicketMessage => ({
  id: message.id,
  kind: message.kind,
  from: message.from,
  author_id: message.author_id,
  to: message.to,
  cc: message.cc,
  bcc: message.bcc,
  subject: message.subject,
  body_text: message.body_text,
  body_html: message.body_html,
  signature_text: message.signature_text,
  quoted_text: message.quoted_text,
  attachments: message.attachments,
  source: message.source,
  duration_seconds: message.duration_seconds,
  automated: message.automated,
  is_third_party: message.is_third_party,
  sender_check: message.sender_check,
  sender_claim: message.sender_claim,
  reply_to: message.reply_to,
  inbound_mail_id: message.inbound_mail_id,
  problems: message.problems,
  created_at: message.created_at.toISOString(),
  delivery: message.delivery,
})

const presentEvent = (
  event: EventRow,
  names: ReadonlyMap<string, string>
): TicketEvent => ({
  id: event.id,
  type: event.type,
  actor: {
    type: event.actor_type,
    id: event.actor_id,
    name: event.actor_type === "user" ? (names.get(event.actor_id ?? "") ?? null) : null,
  },
  data: event.data,
  created_at: event.created_at.toISOString(),
})

function presentOrder(
  link: TicketPage["orders"][number],
  orders: ReadonlyMap<string, OrderWithAddresses>,
  requesterEmail: string
): TicketOrder {
  const order = orders.get(link.order_id)

  return {
    ...link,
    address_differs: order
      ? !order.addresses.some((address) => address === requesterEmail.toLowerCase())
      : false,
    order: order ? summaryOf(order) : null,
  }
}

const summaryOf = ({
  addresses: _,
  locale: __,
  ...summary
}: OrderWithAddresses): OrderSummary => summary
