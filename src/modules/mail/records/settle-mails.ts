import { rowsOf, type Sql } from "../../../sql"
import type { InboundState } from "../domain/inbound-state"
import { toStoredJson } from "../../../stored-json"

/** How a mail ended. What the reader learned is kept with the row, so that the ledger can be read. */
export type SettledMail = {
  id: string
  state: Exclude<InboundState, "stored">
  reason: string | null
  duplicate_of_id: string | null
  ticket_id: string | null
  ticket_message_id: string | null
  message_id: string | null
  from_email: string | null
  from_name: string | null
  subject: string | null
  problems: string[]
}

/** What another instance settled meanwhile stays as it is. */
export async function settleMails(sql: Sql, mails: SettledMail[]): Promise<void> {
  if (!mails.length) {
    return
  }
  await sql.raw(
    `update crm_inbound_mail mail
     set state = settled.state, reason = settled.reason,
         duplicate_of_id = settled.duplicate_of_id, ticket_id = settled.ticket_id,
         ticket_message_id = settled.ticket_message_id, message_id = settled.message_id,
         from_email = settled.from_email, from_name = settled.from_name,
         subject = settled.subject, problems = settled.problems, updated_at = now()
     from json_populate_recordset(null::crm_inbound_mail, ?::json) settled
     where mail.id = settled.id and mail.state = 'stored'`,
    [toStoredJson(mails)]
  )
}

export type PostponedMail = { id: string; reason: string }

/**
 * Notes why mails are not done yet, and gives up those that were tried too often.
 * @param most attempts, each counted when it began
 * @returns how many were given up
 */
export async function postponeMails(
  sql: Sql,
  mails: PostponedMail[],
  most: number
): Promise<number> {
  if (!mails.length) {
    return 0
  }
  const rows = await rowsOf<{ state: InboundState }>(
    sql,
    `update crm_inbound_mail mail
     set state = case when mail.attempts >= ? then 'quarantined' else 'stored' end,
         reason = postponed.reason, updated_at = clock_timestamp()
     from json_to_recordset(?::json) as postponed (id text, reason text)
     where mail.id = postponed.id and mail.state = 'stored'
     returning mail.state`,
    [most, toStoredJson(mails)]
  )
  return rows.filter(({ state }) => state === "quarantined").length
}

/** Ends what an account left unread. */
export async function quarantineStored(
  sql: Sql,
  accountId: string,
  reason: string
): Promise<void> {
  await sql.raw(
    `update crm_inbound_mail set state = 'quarantined', reason = ?, updated_at = now()
     where account_id = ? and state = 'stored'`,
    [reason, accountId]
  )
}

/** Puts mails back to be read again. @returns ids of those that were there and not on a ticket */
export async function reopenMails(sql: Sql, ids: string[]): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    sql,
    `update crm_inbound_mail
     set state = 'stored', reason = null, attempts = 0, updated_at = now()
     where id = any(?) and state <> 'ticketed' and deleted_at is null
     returning id`,
    [ids]
  )
  return rows.map(({ id }) => id)
}
