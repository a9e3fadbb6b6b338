import { generateEntityId } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import {
  DEFAULT_MAIL_TEMPLATES,
  MAIL_TEMPLATE_KEYS,
  type MailTemplate,
  type MailTemplateKey,
} from "../domain/mail-templates"

export type StoredMailTemplate = MailTemplate & {
  key: MailTemplateKey
  /** False: the built-in text. */
  is_changed: boolean
  updated_at: Date | null
}

/** Every template as it is in force, the built-in ones too. */
export async function listMailTemplates(sql: Sql): Promise<StoredMailTemplate[]> {
  const rows = await rowsOf<MailTemplate & { key: string; updated_at: Date }>(
    sql,
    `select key, subject, body_text, body_html, enabled, include_details, updated_at
     from crm_mail_template where deleted_at is null`
  )
  return MAIL_TEMPLATE_KEYS.map((key) => {
    const row = rows.find((stored) => stored.key === key)

    return row
      ? { ...row, key, is_changed: true }
      : { ...DEFAULT_MAIL_TEMPLATES[key], key, is_changed: false, updated_at: null }
  })
}

export async function mailTemplate(
  sql: Sql,
  key: MailTemplateKey
): Promise<StoredMailTemplate> {
  const templates = await listMailTemplates(sql)

  return templates.find((template) => template.key === key) as StoredMailTemplate
}

export async function saveMailTemplate(
  sql: Sql,
  key: MailTemplateKey,
  { subject, body_text, body_html, enabled, include_details }: MailTemplate
): Promise<void> {
  const columns = { subject, body_text, body_html, enabled, include_details }

  await insertRows(
    sql,
    "crm_mail_template",
    [{ id: generateEntityId("", "crmtpl"), key, ...columns }],
    `on conflict (key) where deleted_at is null do update set ${Object.keys(columns)
      .map((column) => `${column} = excluded.${column}`)
      .join(", ")}, updated_at = clock_timestamp()`
  )
}

/** Back to the built-in text. */
export async function resetMailTemplate(sql: Sql, key: MailTemplateKey): Promise<void> {
  await sql.raw(`delete from crm_mail_template where key = ?`, [key])
}
