import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { HELPDESK_MODULE } from "medusa-plugin-crm-desk/modules/helpdesk"
import { MAIL_MODULE } from "medusa-plugin-crm-desk/modules/mail"
import { pollMailAccount } from "medusa-plugin-crm-desk/workflows"
import { latestMoment, markSent, moveToMoment } from "./backdate"
import { departmentIds } from "./create-desk"
import { placedOrders } from "./create-orders"
import { customerOf } from "./create-people"
import { departments } from "./desk"
import type { MailWorld } from "./mail-world"
import people from "./people"
import {
  answerText,
  composeOldMail,
  quote,
  sendToShop,
  ShopperMailboxes,
} from "./shopper-mail"
import { tickets, type Agent, type Entry, type TicketData } from "./tickets"

type CustomerEntry = Extract<Entry, { customer: string }>
type ReplyEntry = Extract<Entry, { reply: string }>
type NoteEntry = Extract<Entry, { note: string }>

/** A ticket of tickets.ts on its way through the seed. */
type Story = {
  data: TicketData
  key: string
  subject: string
  requester: { name: string; address: string }
  department: (typeof departments)[number]
  orderNumber: string
  moments: Date[]
  ticket: { id: string; number: number } | null
  /** Message-IDs, oldest first, and the words an answer would quote. */
  thread: string[]
  lastWords: string
}

/**
 * Lets the history of the desk happen again, in its order: a customer writes and her mail is fetched
 * and read as any mail, an agent answers, she writes again. Each step then moves to its day.
 */
export async function createTickets(
  container: MedusaContainer,
  world: MailWorld
): Promise<void> {
  const [, count] = await container.resolve(HELPDESK_MODULE).listAndCountCrmTickets({})
  if (count > 0) return

  const history = new History(container, world, await agentsOf(container))
  const stories = await storiesOf(container, history.start)
  const steps = stories
    .flatMap((story) => story.moments.map((moment, index) => ({ story, moment, index })))
    .sort((one, other) => one.moment.getTime() - other.moment.getTime())

  for (const { story, index } of steps) await history.happens(story, index)
  for (const story of stories) await history.agentsTakeOver(story)
  await history.close()
}

async function storiesOf(container: MedusaContainer, start: Date): Promise<Story[]> {
  const orders = await placedOrders(container)
  return tickets.map((data, index) => {
    const shopper = people.shoppers.find(({ email }) => email === data.from)
    const name = data.name ?? `${shopper?.first_name} ${shopper?.last_name}`
    const orderNumber = orders.find(({ key }) => key === data.about)?.display_id ?? ""
    return {
      data,
      key: `history-${index + 1}`,
      subject: data.subject.replace("{order}", orderNumber),
      requester: { name, address: data.from },
      department: departments.find((department) => department.name === data.to)!,
      orderNumber,
      moments: momentsOf(data, start),
      ticket: null,
      thread: [],
      lastWords: "",
    }
  })
}

const MINUTES = { m: 1, h: 60, d: 24 * 60 }

function momentsOf({ daysAgo, thread }: TicketData, start: Date): Date[] {
  let moment = start.getTime() - daysAgo * MINUTES.d * 60_000
  return thread.map(({ after = "0m" }) => {
    const [, amount, unit] = /^(\d+)([mhd])$/.exec(after)!
    moment += Number(amount) * MINUTES[unit as keyof typeof MINUTES] * 60_000
    return new Date(Math.min(moment, latestMoment(start).getTime()))
  })
}

/** The people of the desk by the names that tickets.ts calls them. */
async function agentsOf(container: MedusaContainer) {
  const users = await container.resolve(Modules.USER).listUsers({})
  return new Map(
    users.map(({ id, first_name, last_name }) => [
      (first_name ?? "").toLowerCase() as Agent,
      { id, name: `${first_name} ${last_name}` },
    ])
  )
}

class History {
  readonly start = new Date()
  private readonly mailboxes: ShopperMailboxes

  constructor(
    private readonly container: MedusaContainer,
    private readonly world: MailWorld,
    private readonly agents: Awaited<ReturnType<typeof agentsOf>>
  ) {
    this.mailboxes = new ShopperMailboxes(world)
  }

  async happens(story: Story, index: number) {
    const entry = story.data.thread[index]
    if ("customer" in entry) await this.customerWrites(story, entry, index)
    else if ("reply" in entry) await this.agentReplies(story, entry, index)
    else await this.agentNotes(story, entry)
    await this.moveTo(story, index)
  }

  /** What agents did besides writing. */
  async agentsTakeOver(story: Story) {
    const { assignee, claimedBy, classification } = story.data
    const helpdesk = this.container.resolve(HELPDESK_MODULE)
    const id = story.ticket!.id
    const changes = {
      ...(assignee && { assignee_id: this.agents.get(assignee)!.id }),
      ...(classification && {
        classification_id: await this.classificationId(classification),
      }),
    }
    await helpdesk.changeTicket(id, changes, this.actor(assignee ?? claimedBy ?? "mara"))
    if (claimedBy) await helpdesk.claimTicket(id, this.actor(claimedBy))
    await this.moveTo(story, story.moments.length - 1)
  }

  close() {
    return this.mailboxes.close()
  }

  private async customerWrites(story: Story, entry: CustomerEntry, index: number) {
    const { requester, department, lastWords } = story
    const text = this.words(story, entry.customer)
    const messageId = `${story.key}.${index}@${requester.address.split("@")[1]}`
    const raw = await composeOldMail({
      from: requester,
      to: { name: department.public_name, address: department.address },
      at: story.moments[index],
      subject: story.thread.length ? `Re: ${numbered(story)}` : story.subject,
      text: text + lastWords,
      ...(entry.html && { html: htmlOf(text) }),
      messageId,
      thread: story.thread,
      files: entry.files,
    })
    await sendToShop(this.world, raw, { from: requester.address, to: department.address })
    await this.mailboxes.keep(requester.address, "Sent", raw, story.moments[index])
    this.remember(story, messageId, quote(text, requester.name, story.moments[index]))
    await this.deskFetches(story)
  }

  /** Now, and not when the account is due. A story's ticket is the one its first mail became. */
  private async deskFetches(story: Story) {
    const [account] = await this.container
      .resolve(MAIL_MODULE)
      .listCrmMailAccounts({ address: story.department.address })
    await pollMailAccount(this.container, account.id)
    if (story.ticket) return

    const [message] = await this.container
      .resolve(HELPDESK_MODULE)
      .listCrmTicketMessages(
        { mail_message_id: [story.thread[0], `<${story.thread[0]}>`] },
        { relations: ["ticket"] }
      )
    if (!message) throw new Error(`The mail "${story.subject}" did not become a ticket`)
    story.ticket = { id: message.ticket.id, number: Number(message.ticket.number) }
  }

  private async agentReplies(story: Story, entry: ReplyEntry, index: number) {
    const { department, requester } = story
    const text = this.words(story, entry.reply)
    const posted = story.ticket
      ? await this.container.resolve(HELPDESK_MODULE).postMessage({
          ticket_id: story.ticket.id,
          kind: "agent",
          actor: this.actor(entry.agent),
          from_name: this.agents.get(entry.agent)!.name,
          body_text: text,
          is_mailed: true,
          status_after: entry.status,
        })
      : await this.openByAgent(story, entry, text)

    const messageId = `${story.key}.${index}@${people.domain}`
    await markSent(this.container, posted.message_id, messageId)
    const raw = await composeOldMail({
      from: { name: department.public_name, address: department.address },
      to: requester,
      at: story.moments[index],
      subject: story.thread.length ? `Re: ${numbered(story)}` : numbered(story),
      text: answerText(text, department.public_name, story.lastWords),
      messageId,
      thread: story.thread,
    })
    await this.mailboxes.keep(requester.address, "INBOX", raw, story.moments[index])
    this.remember(
      story,
      messageId,
      quote(text, department.public_name, story.moments[index])
    )
  }

  private async agentNotes(story: Story, entry: NoteEntry) {
    await this.container.resolve(HELPDESK_MODULE).postMessage({
      ticket_id: story.ticket!.id,
      kind: "note",
      actor: this.actor(entry.agent),
      from_name: this.agents.get(entry.agent)!.name,
      body_text: entry.note,
      is_mailed: false,
      source: entry.source ?? "other",
      duration_seconds: entry.minutes === undefined ? null : entry.minutes * 60,
      status_after: entry.status,
    })
  }

  private async openByAgent(story: Story, entry: ReplyEntry, text: string) {
    const { data, requester, subject } = story
    const customer = await customerOf(this.container, requester.address)
    const ids = await departmentIds(this.container)
    const opened = await this.container.resolve(HELPDESK_MODULE).openTicket({
      actor: this.actor(entry.agent),
      requester: { email: requester.address, name: requester.name },
      customer: customer ? { id: customer.id, proof: "agent" } : null,
      department_id: ids.get(data.to)!,
      classification_id: null,
      subject,
      body_text: text,
      from_name: this.agents.get(entry.agent)!.name,
      channel: data.channel ?? "admin",
      notify_customer: true,
      visible_to_customer: true,
      status_after: entry.status,
      assignee_id: null,
      due_at: null,
      url: null,
      cc: [],
      attachment_ids: [],
      order: null,
    })
    story.ticket = { id: opened.ticket_id, number: opened.number }
    return opened
  }

  private async moveTo({ ticket, moments }: Story, index: number) {
    await moveToMoment(this.container, {
      ticketId: ticket!.id,
      start: this.start,
      moment: moments[index],
    })
  }

  private async classificationId(name: string) {
    const [found] = await this.container
      .resolve(HELPDESK_MODULE)
      .listCrmClassifications({ name })
    return found.id
  }

  private remember(story: Story, messageId: string, words: string) {
    story.thread.push(messageId)
    story.lastWords = `\n${words}`
  }

  private words = (story: Story, text: string) =>
    text.replace("{order}", story.orderNumber)

  private actor = (agent: Agent) => ({
    type: "user" as const,
    id: this.agents.get(agent)!.id,
  })
}

/** As the desk's own mail names it. */
const numbered = ({ subject, ticket }: Story) => `${subject} [#${ticket!.number}]`

const htmlOf = (text: string) =>
  text
    .split("\n\n")
    .map(
      (paragraph) =>
        `<p style="font-family:Georgia,serif">${paragraph.replace(/\n/g, "<br>")}</p>`
    )
    .join("")
