import { randomUUID } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import type { NoticeTemplateKey } from "../../modules/helpdesk/domain/mail-templates"
import {
  detailsOf,
  renderMailTemplate,
  type TemplateFacts,
} from "../../modules/helpdesk/domain/render-mail-template"
import type { TicketFacts } from "../../modules/helpdesk/reports/ticket-facts"
import { MAIL_MODULE } from "../../modules/mail"
import { domainOf } from "../../modules/mail/domain/mail-address"
import type { MailToSend } from "../../modules/mail/records/outbox"
import { accountFor } from "../outbound-mail/compose-mail"
import { readShop } from "../variables/shop"
import { ticketLink } from "./ticket-link"

export type Notice = {
  key: NoticeTemplateKey
  ticket_id: string
  /** Admin users; who has left or has no address is left out. */
  user_ids: string[]
  /** What the notice is about, e.g. the id of an event: each agent is told once of it. */
  occasion: string
  /** What only this notice knows, e.g. `assigned_by.name`. */
  facts?: TemplateFacts
}

/** What asked for a mail of the outbox, when it was a notice to an agent. */
export const TICKET_NOTICE = "ticket_notice"

/**
 * Mails agents about a ticket, through the account that sends for its department. The outbox takes
 * each notice once, so asking again is a no-op. No account, a template that is switched off: no mail.
 * @returns how many were handed over
 */
export async function sendNotices(
  container: MedusaContainer,
  notice: Notice
): Promise<number> {
  const helpdesk = container.resolve(HELPDESK_MODULE)
  const mail = container.resolve(MAIL_MODULE)
  const template = await helpdesk.mailTemplate(notice.key)

  if (!template.enabled || !notice.user_ids.length) {
    return 0
  }
  const ticket = await helpdesk.ticketFacts(notice.ticket_id)
  const accounts = await mail.listCrmMailAccounts({}, { take: null })
  const account = accountFor(
    { department: ticket.department, mail_account_id: null },
    accounts
  )

  if (!account) {
    return 0
  }
  // A notice into a mailbox of the desk would become a ticket, which would be noticed ...
  const own = new Set(accounts.map(({ address }) => address.toLowerCase()))
  const readers = (await readersOf(container, notice.user_ids)).filter(
    ({ email }) => !own.has(email.toLowerCase())
  )
  const words = renderMailTemplate(notice.key, template, {
    ...factsOf(
      ticket,
      (await readShop(container)).name,
      ticketLink(container, ticket.id)
    ),
    ...notice.facts,
  })
  const mails = readers.map(({ id, email }): MailToSend => ({
    reference: TICKET_NOTICE,
    reference_id: `${notice.key}:${notice.occasion}:${id}`,
    // A thread of its own: no answer to a customer waits for it.
    thread_id: `${TICKET_NOTICE}:${notice.occasion}:${id}`,
    account_id: account.id,
    due_at: null,
    from_name: ticket.department.public_name,
    to: [email],
    cc: [],
    bcc: [],
    subject: words.subject,
    body_text: words.text,
    body_html: words.html,
    message_id: `${randomUUID()}@${domainOf(account.address)}`,
    in_reply_to: null,
    references: [],
    is_auto_reply: true,
    attachments: [],
  }))
  await mail.enqueueMails(mails)

  return mails.length
}

export const factsOf = (
  ticket: TicketFacts,
  shopName: string | null,
  link: string | null
): TemplateFacts => ({
  "ticket.number": String(ticket.number),
  "ticket.link": link,
  "ticket.channel": ticket.channel,
  "ticket.status": ticket.status_name,
  "ticket.subject": ticket.subject,
  "department.name": ticket.department.public_name,
  "shop.name": shopName,
  "customer.name": ticket.requester.name,
  "customer.email": ticket.requester.email,
  message: ticket.message,
  details: detailsOf({
    customer: ticket.requester.name,
    email: ticket.requester.email,
    subject: ticket.subject,
    message: ticket.message,
  }),
})

async function readersOf(container: MedusaContainer, userIds: string[]) {
  const { data: users } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "user",
    fields: ["id", "email"],
    filters: { id: [...new Set(userIds)] },
  })
  return users.filter(({ email }) => Boolean(email))
}
