import { MedusaError } from "@medusajs/framework/utils"
import {
  MAIL_TEMPLATE_KEYS,
  MAIL_TEMPLATE_RULES,
  type MailTemplateKey,
} from "../../../../modules/helpdesk/domain/mail-templates"
import type { StoredMailTemplate } from "../../../../modules/helpdesk/records/mail-templates"
import { readReplyHtml } from "../../../../modules/mail/reply-html"
import type { MailTemplate, SaveMailTemplate } from "./contract"

export const presentMailTemplate = (template: StoredMailTemplate): MailTemplate => {
  const { variables, can_be_off, has_html, reader } = MAIL_TEMPLATE_RULES[template.key]

  return {
    key: template.key,
    subject: template.subject,
    body_text: template.body_text,
    body_html: template.body_html,
    enabled: template.enabled,
    include_details: template.include_details,
    is_changed: template.is_changed,
    can_be_off,
    has_html,
    has_details: reader === "agent",
    variables: [...variables],
    updated_at: template.updated_at?.toISOString() ?? null,
  }
}

/** @throws NOT_FOUND when the desk writes no such mail */
export function keyOf(key: string): MailTemplateKey {
  const known = MAIL_TEMPLATE_KEYS.find((one) => one === key)

  if (!known) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Mail template ${key} was not found. There are ${MAIL_TEMPLATE_KEYS.join(", ")}`
    )
  }
  return known
}

/** What is changed, its HTML made safe. */
export const changesOf = (body: SaveMailTemplate): SaveMailTemplate =>
  body.body_html ? { ...body, body_html: readReplyHtml(body.body_html).html } : body
