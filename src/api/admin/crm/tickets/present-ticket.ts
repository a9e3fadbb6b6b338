import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { agentNamesToShow } from "../../../../agents"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
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
import { findCustomer, ordersBeside, type OrderWithAddresses } from "./look-up"
import { namedAgent, presentRow } from "./present-list"

/**
 * Everything that is known of a ticket, in one answer.
 * @throws NOT_FOUND, for a deleted ticket as for one that never was
 */
export async function presentTicket(
  container: MedusaContainer,
  id: string,
  askingAgent: string | null
): Promise<Ticket> {
  const page = await readPage(container, id, askingAgent)
  const { ticket } = page
  const [names, customer, { linked, latest }] = await Promise.all([
    namesOn(container, page),
    findCustomer(container, ticket.customer_id),
    ordersBeside(
      container,
      ticket.orders.map(({ order_id }) => order_id),
      { email: ticket.requester.email, customer_id: ticket.customer_id }
    ),
  ])
  return present(page, names, askingAgent, { customer, linked, latest })
}

/**
 * What the desk itself knows of a ticket: all that its page is first painted with. The shop's part,
 * customer and orders, takes longer than all the rest and is asked for when the page stands.
 * @throws NOT_FOUND
 */
export async function presentConversation(
  container: MedusaContainer,
  id: string,
  askingAgent: string | null
): Promise<Ticket> {
  const page = await readPage(container, id, askingAgent)

  return present(page, await namesOn(container, page), askingAgent, NOTHING_OF_THE_SHOP)
}

type Page = { ticket: TicketPage; messages: MessageRow[]; events: EventRow[] }
type Names = ReadonlyMap<string, string>
type OfTheShop = {
  customer: Ticket["customer"]
  linked: ReadonlyMap<string, OrderWithAddresses>
  latest: OrderWithAddresses[]
}

const NOTHING_OF_THE_SHOP: OfTheShop = { customer: null, linked: new Map(), latest: [] }

async function readPage(
  container: MedusaContainer,
  id: string,
  askingAgent: string | null
): Promise<Page> {
  const page = await container.resolve(HELPDESK_MODULE).ticketPage(id, askingAgent)

  if (!page) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Ticket ${id} was not found`)
  }
  return page
}

const namesOn = (container: MedusaContainer, { ticket, events }: Page): Promise<Names> =>
  agentNamesToShow(container.resolve(ContainerRegistrationKeys.QUERY), [
    ticket.locked_by_id,
    ticket.assignee_id,
    ticket.held_by_id,
    ...events.flatMap(agentsIn),
  ])

function present(
  { ticket, messages, events }: Page,
  names: Names,
  askingAgent: string | null,
  { customer, linked, latest }: OfTheShop
): Ticket {
  const origins = originsOf(ticket)

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
    messages: messages.map((message) => presentMessage(message, origins)),
    events: events.map((event) => presentEvent(event, names)),
    participants: ticket.participants,
    customer,
    requester_tickets: ticket.requester_tickets,
    orders: ticket.orders.map((link) =>
      presentOrder(link, linked, ticket.requester.email)
    ),
    latest_orders: latest.map(summaryOf),
    related: ticket.related,
    merged_tickets: ticket.merged_tickets.map(({ message_ids: _, ...merged }) => ({
      ...merged,
      merged_at: new Date(merged.merged_at).toISOString(),
    })),
    products: ticket.products,
  }
}

type Origins = ReadonlyMap<string, { id: string; number: number }>

/** Which merged ticket a message came along with. */
const originsOf = ({ merged_tickets }: TicketPage): Origins =>
  new Map(
    merged_tickets.flatMap(({ id, number, message_ids }) =>
      message_ids.map((message) => [message, { id, number }] as const)
    )
  )

const NO_ORIGINS: Origins = new Map()

export const presentMessage = (
  message: MessageRow,
  origins = NO_ORIGINS
): TicketMessage => ({
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
  inbound_mail_id: message.inbound_mail_id,
  problems: message.problems,
  created_at: message.created_at.toISOString(),
  delivery: message.delivery,
  merged_from: origins.get(message.id) ?? null,
})

const presentEvent = (event: EventRow, names: Names): TicketEvent => ({
  id: event.id,
  type: event.type,
  actor: {
    type: event.actor_type,
    id: event.actor_id,
    name: event.actor_type === "user" ? (names.get(event.actor_id ?? "") ?? null) : null,
  },
  data: withNames(event, names),
  created_at: event.created_at.toISOString(),
  undo: event.undo,
})

/** Changes whose `from` and `to` are ids of agents. */
const ABOUT_AGENTS = ["assigned", "claimed", "released"]

const agentsIn = ({ type, actor_type, actor_id, data }: EventRow) => [
  ...(actor_type === "user" ? [actor_id] : []),
  ...(ABOUT_AGENTS.includes(type)
    ? [data.from, data.to].filter((id) => typeof id === "string")
    : []),
]

/** A history in plain words names people, not ids. */
function withNames({ type, data }: EventRow, names: Names): TicketEvent["data"] {
  const nameOf = (id: unknown) => (typeof id === "string" ? names.get(id) : undefined)

  return ABOUT_AGENTS.includes(type)
    ? { ...data, from_name: nameOf(data.from), to_name: nameOf(data.to) }
    : data
}

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

const summaryOf = ({ addresses: _, ...summary }: OrderWithAddresses): OrderSummary =>
  summary
