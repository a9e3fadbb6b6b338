import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { agentNamesToShow } from "../../../../agents"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import { replyRecipients } from "../../../../modules/helpdesk/domain/reply-recipients"
import { MAIL_MODULE } from "../../../../modules/mail"
import type {
  EventRow,
  MessageRow,
  RatingOnPage,
  TicketPage,
} from "../../../../modules/helpdesk/reports/ticket-page"
import type {
  OrderSummary,
  Ticket,
  TicketEvent,
  TicketMessage,
  TicketOrder,
  TicketRating,
} from "./contract"
import { presentDraft } from "./[id]/draft/present"
import { presentFollowUp } from "../follow-ups/present"
import { isoMoment } from "../iso-moment"
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
  const [more, customer, { linked, latest }] = await Promise.all([
    readMore(container, page, askingAgent),
    findCustomer(container, ticket.customer_id),
    ordersBeside(
      container,
      ticket.orders.map(({ order_id }) => order_id),
      { email: ticket.requester.email, customer_id: ticket.customer_id }
    ),
  ])
  return present(page, more, askingAgent, { customer, linked, latest })
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

  return present(
    page,
    await readMore(container, page, askingAgent),
    askingAgent,
    NOTHING_OF_THE_SHOP
  )
}

type Page = {
  ticket: TicketPage
  messages: (MessageRow & { version: number | null })[]
  events: EventRow[]
}
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

/** What other tables than the ticket's know of it. */
async function readMore(
  container: MedusaContainer,
  page: Page,
  askingAgent: string | null
) {
  const mail = container.resolve(MAIL_MODULE)
  const [names, copies, draft, own] = await Promise.all([
    namesOn(container, page),
    mail.copiesOf(page.messages.flatMap(({ inbound_mail_id }) => inbound_mail_id ?? [])),
    presentDraft(container, page.ticket.id, askingAgent),
    mail.listCrmMailAccounts({}, { take: null, select: ["address"] }),
  ])
  return {
    names,
    copies,
    draft,
    own: new Set(own.map(({ address }) => address.toLowerCase())),
  }
}

const namesOn = (
  container: MedusaContainer,
  { ticket, messages, events }: Page
): Promise<Names> =>
  agentNamesToShow(container.resolve(ContainerRegistrationKeys.QUERY), [
    ticket.locked_by_id,
    ticket.assignee_id,
    ticket.held_by_id,
    ticket.snoozed_by_id,
    ...ticket.viewers.map((viewer) => viewer.id),
    ...ticket.watchers.map(({ user_id }) => user_id),
    ...ticket.follow_ups.flatMap(({ assignee_id, created_by_id, done_by_id }) => [
      assignee_id,
      created_by_id,
      done_by_id,
    ]),
    ...messages.map(({ private_to_user_id }) => private_to_user_id),
    ...ticket.ratings.map(({ agent_id }) => agent_id),
    ...events.flatMap(agentsIn),
  ])

function present(
  { ticket, messages, events }: Page,
  { names, copies, draft, own }: Awaited<ReturnType<typeof readMore>>,
  askingAgent: string | null,
  { customer, linked, latest }: OfTheShop
): Ticket {
  const origins = originsOf(ticket)

  return {
    ...presentRow(ticket, names, askingAgent),
    url: ticket.url,
    visible_to_customer: ticket.visible_to_customer,
    custom_fields: Object.entries(ticket.custom_fields ?? {}).map(([key, field]) => ({
      key,
      ...field,
    })),
    form: ticket.form,
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
      own
    ),
    draft,
    ...presentTeamwork(ticket, names, askingAgent),
    messages: messages.map((message) =>
      presentMessage(withCopies(message, copies), askingAgent, names, origins)
    ),
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
    asks_for_rating: ticket.asks_for_rating,
    ratings: ticket.ratings.map((rating) => presentRating(rating, names)),
  }
}

const presentRating = (
  { agent_id, asked_at, answered_at, ...rating }: RatingOnPage,
  names: Names
): TicketRating => ({
  ...rating,
  agent: namedAgent(agent_id, names),
  asked_at: asked_at && new Date(asked_at).toISOString(),
  answered_at: answered_at && new Date(answered_at).toISOString(),
})

/** A mail that came to several of our addresses is one message, sent to all of them. */
function withCopies<Row extends MessageRow>(
  message: Row,
  copies: ReadonlyMap<string, string[]>
): Row {
  const named = new Set([...message.to, ...message.cc].map((to) => to.toLowerCase()))
  const others = (copies.get(message.inbound_mail_id ?? "") ?? []).filter(
    (address) => !named.has(address)
  )
  return others.length ? { ...message, to: [...message.to, ...others] } : message
}

const presentTeamwork = (
  ticket: TicketPage,
  names: ReadonlyMap<string, string>,
  askingAgent: string | null
) => {
  const mine = ticket.watchers.filter(({ user_id }) => user_id === askingAgent)
  const solution = mine.find(({ kind }) => kind === "solution")
  const answered = solution?.answered_at ?? null

  return {
    snoozed_by: namedAgent(ticket.snoozed_by_id, names),
    snooze_cut_short: ticket.snooze_cut_short?.toISOString() ?? null,
    follow_ups: ticket.follow_ups.map((followUp) => presentFollowUp(followUp, names)),
    watchers: ticket.watchers.map(({ user_id, kind }) => ({
      id: user_id,
      name: names.get(user_id) ?? "?",
      kind,
    })),
    watching: {
      following: mine.some(({ kind }) => kind === "follower"),
      once: solution !== undefined && !answered,
      answered_at: answered && isoMoment(answered),
    },
    kept_in_my_tickets: askingAgent !== null && ticket.pinned_for.includes(askingAgent),
    call_seconds: ticket.call_seconds,
  }
}

/** What a message says, for whoever may read it. */
const wordsOf = (message: MessageRow) => ({
  subject: message.subject,
  body_text: message.body_text,
  body_html: message.body_html,
  signature_text: message.signature_text,
  quoted_text: message.quoted_text,
  attachments: message.attachments,
  problems: message.problems,
})

const NO_WORDS: ReturnType<typeof wordsOf> = {
  subject: null,
  body_text: "",
  body_html: null,
  signature_text: "",
  quoted_text: "",
  attachments: [],
  problems: [],
}

/** @param askingAgent what is private to another agent is shown without a word of it (C-58) */
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
  message: MessageRow & { version: number | null },
  askingAgent: string | null,
  names: Names = new Map(),
  origins = NO_ORIGINS
): TicketMessage => ({
  id: message.id,
  kind: message.kind,
  from: message.from,
  author_id: message.author_id,
  to: message.to,
  cc: message.cc,
  bcc: message.bcc,
  ...(isHiddenFrom(message, askingAgent) ? NO_WORDS : wordsOf(message)),
  source: message.source,
  duration_seconds: message.duration_seconds,
  automated: message.automated,
  is_third_party: message.is_third_party,
  sender_check: message.sender_check,
  sender_claim: message.sender_claim,
  reply_to: message.reply_to,
  inbound_mail_id: message.inbound_mail_id,
  version: message.version,
  hold: message.hold,
  send_at: message.hold ? (message.held_until?.toISOString() ?? null) : null,
  private_to: namedAgent(message.private_to_user_id, names),
  is_hidden: isHiddenFrom(message, askingAgent),
  created_at: message.created_at.toISOString(),
  delivery: message.delivery,
  merged_from: origins.get(message.id) ?? null,
})

const isHiddenFrom = (
  { private_to_user_id }: Pick<MessageRow, "private_to_user_id">,
  askingAgent: string | null
) => private_to_user_id !== null && private_to_user_id !== askingAgent

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

const summaryOf = ({
  addresses: _,
  locale: __,
  ...summary
}: OrderWithAddresses): OrderSummary => summary
