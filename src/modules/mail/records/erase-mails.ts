import { rowsOf, type Sql } from "../../../sql"

export type MailsToErase = {
  /** Lower case. */
  emails: string[]
  ticket_ids: string[]
  /** Others' tickets that she takes part in: what came for them is kept, unless it names her. */
  shared_ticket_ids: string[]
  inbound_mail_ids: string[]
  /** What asked for the mails that went out. */
  reference_ids: string[]
}

/** Whatever is said of the address in words of others: `550 <mia@shopper.test>: no such user`. */
const ERASED = "[erased]"

/**
 * Erases a person's mail, in the caller's transaction: the mails as they came, who wrote them and about
 * what, what was sent to her. The ledger keeps one row for every mail, and how it ended. What has not
 * left does not leave any more.
 * @param pseudonymOf what a suppressed address is known by from now on
 */
export async function eraseMails(
  sql: Sql,
  who: MailsToErase,
  pseudonymOf: (address: string) => string
): Promise<void> {
  await eraseInbound(sql, who)
  await eraseOutbound(sql, who)
  for (const table of ["crm_auto_reply", "crm_mail_bounce"]) {
    await sql.raw(`delete from ${table} where address = any(?)`, [who.emails])
  }
  for (const address of who.emails) {
    await sql.raw(
      `update crm_suppressed_address set address = ?, response = null where address = ?`,
      [pseudonymOf(address), address]
    )
    await sql.raw(
      `update crm_mail_alert set words = replace(words, ?, ?) where position(? in words) > 0`,
      [address, ERASED, address]
    )
  }
}

async function eraseInbound(
  sql: Sql,
  { emails, ticket_ids, shared_ticket_ids, inbound_mail_ids }: MailsToErase
): Promise<void> {
  const rows = await rowsOf<{ id: string }>(
    sql,
    `with hers as (
       select id from crm_inbound_mail
       where lower(from_email) = any(?) or ticket_id = any(?) or id = any(?)
       union
       -- Nobody's by name: failures of mail to her, and what could not be read.
       select mail.id from crm_inbound_mail mail
       join crm_inbound_source raw on raw.inbound_mail_id = mail.id
       where mail.state in ('ignored', 'quarantined') and ${NAMES_HER}
     )
     select id from hers
     union select id from crm_inbound_mail where duplicate_of_id in (select id from hers)`,
    [emails, ticket_ids, inbound_mail_ids, emails]
  )
  const ids = rows.map(({ id }) => id)

  await sql.raw(`delete from crm_inbound_source where inbound_mail_id = any(?)`, [ids])
  await sql.raw(
    `delete from crm_inbound_source raw using crm_inbound_mail mail
     where mail.id = raw.inbound_mail_id and mail.ticket_id = any(?) and ${NAMES_HER}`,
    [shared_ticket_ids, emails]
  )
  await sql.raw(
    `update crm_inbound_mail
     set from_email = null, from_name = null, subject = null, problems = null,
         message_id = null, reason = case when state = 'ticketed' then null else ? end,
         updated_at = clock_timestamp()
     where id = any(?)`,
    [ERASED, ids]
  )
}

/**
 * Whether one of the addresses stands in a mail as it came. Every ignored and quarantined mail is
 * looked through: who wrote it and what is known of it do not say whom it names, a failure report
 * names her in its text alone. The database reads one mail at a time, once for all the addresses.
 */
const NAMES_HER = `exists (
  select 1 from (select lower(encode(raw.source, 'escape')) as text offset 0) mail_as_it_came
  join unnest(?::text[]) email on position(email in mail_as_it_came.text) > 0)`

const eraseOutbound = (sql: Sql, { emails, ticket_ids, reference_ids }: MailsToErase) =>
  sql.raw(
    `update crm_outbound_mail
     set "to" = '[]', cc = '[]', bcc = '[]', recipients = '[]', subject = ?, body_text = '',
         body_html = null, attachments = '[]', last_response = null, "references" = '[]',
         in_reply_to = null,
         state = case when state in ('held', 'queued', 'failed') then 'cancelled' else state end,
         updated_at = clock_timestamp()
     where reference_id = any(?) or thread_id = any(?) or exists (
       select 1 from jsonb_array_elements_text("to" || cc || bcc) address
       where lower(address) = any(?))`,
    [ERASED, reference_ids, ticket_ids, emails]
  )
