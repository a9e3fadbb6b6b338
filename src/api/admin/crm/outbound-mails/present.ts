import type { MedusaContainer } from "@medusajs/framework/types"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import { MAIL_MODULE } from "../../../../modules/mail"
import { actionsOn } from "../../../../modules/mail/domain/outbound-actions"
import type { OutboundMailDTO, RecipientState } from "../../../../modules/mail/types"
import type { OutboundMail, OutboundMailResponse, OutboundRecipient } from "./contract"

/** Mails of the outbox with the tickets and accounts they belong to. */
export async function presentOutboundMails(
  container: MedusaContainer,
  mails: OutboundMailDTO[]
): Promise<OutboundMail[]> {
  const [tickets, accounts] = await Promise.all([
    container
      .resolve(HELPDESK_MODULE)
      .listCrmTickets(
        { id: unique(mails.map(({ thread_id }) => thread_id)) },
        { select: ["id", "number"], take: null }
      ),
    container
      .resolve(MAIL_MODULE)
      .listCrmMailAccounts(
        { id: unique(mails.map(({ account_id }) => account_id)) },
        { select: ["id", "address"], take: null }
      ),
  ])
  const ticketOf = new Map(tickets.map(({ id, number }) => [id, { id, number }]))
  const addressOf = new Map(accounts.map(({ id, address }) => [id, address]))

  return mails.map((mail) => ({
    id: mail.id,
    account_id: mail.account_id,
    from_email: addressOf.get(mail.account_id) ?? null,
    reference: mail.reference,
    reference_id: mail.reference_id,
    ticket: ticketOf.get(mail.thread_id) ?? null,
    state: mail.state,
    actions: actionsOn(mail),
    due_at: mail.due_at.toISOString(),
    attempts: mail.attempts,
    last_response: mail.last_response,
    to: mail.to,
    cc: mail.cc,
    bcc: mail.bcc,
    recipients: mail.recipients.map(presentRecipient),
    subject: mail.subject,
    message_id: mail.message_id,
    is_auto_reply: mail.is_auto_reply,
    sent_at: mail.sent_at?.toISOString() ?? null,
    created_at: mail.created_at.toISOString(),
  }))
}

/** One mail with its text. @throws NOT_FOUND */
export async function answerOutboundMail(
  container: MedusaContainer,
  id: string
): Promise<OutboundMailResponse> {
  const mail = await container.resolve(MAIL_MODULE).retrieveCrmOutboundMail(id)
  const [presented] = await presentOutboundMails(container, [mail])

  return {
    outbound_mail: {
      ...presented,
      from_name: mail.from_name,
      body_text: mail.body_text,
      body_html: mail.body_html,
      in_reply_to: mail.in_reply_to,
      references: mail.references,
      attachments: mail.attachments.map(({ filename, mime_type }) => ({
        filename,
        mime_type,
      })),
    },
  }
}

const presentRecipient = ({
  failure,
  ...recipient
}: RecipientState): OutboundRecipient => ({
  ...recipient,
  status: failure?.status ?? null,
  permanent: failure?.permanent ?? (recipient.state === "refused" ? true : null),
  bounced_at: failure?.at ?? null,
  inbound_mail_id: failure?.inbound_mail_id ?? null,
})

const unique = (ids: string[]) => [...new Set(ids)]
