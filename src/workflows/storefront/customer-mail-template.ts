import type { MedusaContainer } from "@medusajs/framework/types"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import {
  builtInTemplate,
  type MailTemplate,
  type MailTemplateKey,
} from "../../modules/helpdesk/domain/mail-templates"

/** The merchant's words, else the built-in ones in the customer's language. */
export async function customerMailTemplate(
  container: MedusaContainer,
  key: MailTemplateKey,
  locale: string | null
): Promise<MailTemplate> {
  const stored = await container.resolve(HELPDESK_MODULE).mailTemplate(key)

  return stored.is_changed ? stored : builtInTemplate(key, locale)
}
