import type { CreateNotificationDTO } from "@medusajs/framework/types"
import { noticeText, templateOf, wantsMail } from "../../modules/helpdesk/domain/notice"
import type { DueNotice } from "../../modules/helpdesk/records/notices"
import type { Agent } from "../agents"
import { escapeHtml } from "../../modules/helpdesk/domain/fill-text"

type Reader = Pick<Agent, "id" | "email" | "name">

/**
 * What one notice is to the Notification module; nothing for an agent who has left. A notice that is
 * one of the desk's own mails goes by those, so that it is mailed once.
 */
export function noticesFor(
  notice: DueNotice,
  agents: ReadonlyMap<string, Reader>,
  canMail: boolean
): CreateNotificationDTO[] {
  const reader = agents.get(notice.user_id)

  if (!reader) {
    return []
  }
  const { title, description } = noticeText(notice.kind, {
    number: notice.number,
    subject: notice.subject,
    actor: notice.actor_id ? (agents.get(notice.actor_id)?.name ?? null) : null,
  })
  const common = {
    trigger_type: `crm_notice.${notice.kind}`,
    resource_type: "crm_ticket",
    resource_id: notice.ticket_id,
    receiver_id: reader.id,
    data: { title, description, kind: notice.kind, ticket_number: notice.number },
  }
  const bell = {
    ...common,
    to: reader.id,
    channel: "feed",
    idempotency_key: `crm-notice:${notice.id}:feed`,
  }
  const mail = {
    ...common,
    to: reader.email,
    channel: "email",
    template: `crm-${notice.kind.replaceAll("_", "-")}`,
    content: {
      subject: title,
      text: `${title}\n\n${description}\n`,
      html: `<p>${escapeHtml(title)}</p><p>${escapeHtml(description)}</p>`,
    },
    idempotency_key: `crm-notice:${notice.id}:email`,
  }
  const goesByProvider = canMail && !templateOf(notice.kind)

  return goesByProvider && wantsMail(notice.mail, notice.kind) ? [bell, mail] : [bell]
}
