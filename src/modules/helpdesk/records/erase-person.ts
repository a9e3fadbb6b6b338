import { rowsOf, type Sql } from "../../../sql"
import { ERASED, IMPERSONAL_EVENTS } from "../domain/erasure"
import type { Identity } from "../reports/person"
import { rebuildSearchText } from "./rebuild-search-text"
import { recordChanges } from "./ticket-events"

/** What there is of a person, by plain ids: others erase by them what they keep of the same. */
export type Traces = {
  ticket_ids: string[]
  /** Others' tickets that she takes part in. */
  shared_ticket_ids: string[]
  message_ids: string[]
  inbound_mail_ids: string[]
}

/** Her tickets; what she wrote anywhere, and what was written to her on them. */
export async function tracesOfPerson(
  sql: Sql,
  { emails, customer_ids }: Identity
): Promise<Traces> {
  const tickets = await idsOf(
    sql,
    `select id from crm_ticket where requester_email = any(?) or customer_id = any(?)`,
    [emails, customer_ids]
  )
  const messages = await rowsOf<{ id: string; inbound_mail_id: string | null }>(
    sql,
    `select id, inbound_mail_id from crm_ticket_message
     where lower(from_email) = any(?)
        or (ticket_id = any(?) and (kind <> 'customer' or from_email is null))`,
    [emails, tickets]
  )
  const shared = await idsOf(
    sql,
    `select distinct ticket_id as id from (
       select ticket_id from crm_ticket_message where id = any(?)
       union select ticket_id from crm_ticket_participant where email = any(?)
     ) taken where ticket_id <> all(?)`,
    [messages.map(({ id }) => id), emails, tickets]
  )
  return {
    ticket_ids: tickets,
    shared_ticket_ids: shared,
    message_ids: messages.map(({ id }) => id),
    inbound_mail_ids: messages.flatMap(({ inbound_mail_id }) => inbound_mail_id ?? []),
  }
}

/**
 * Erases a person from the desk, in the caller's transaction: whatever she wrote or was written to on
 * her tickets, her name and address everywhere, notes about her, her files. Numbers, times, statuses and
 * who did what are kept (K-10). What others wrote on her tickets stays, without what they quoted. Again
 * it changes nothing.
 * @returns her files: uploads of no message from now on
 */
export async function erasePerson(
  sql: Sql,
  who: Identity,
  actorId: string | null
): Promise<string[]> {
  const { ticket_ids, shared_ticket_ids, message_ids } = await tracesOfPerson(sql, who)
  const touched = [...ticket_ids, ...shared_ticket_ids]
  const files = await eraseFiles(sql, message_ids)

  await eraseMessages(sql, message_ids)
  await forgetQuotes(sql, ticket_ids)
  await forgetAddresses(sql, touched, who.emails)
  await eraseTickets(sql, ticket_ids)
  await eraseBeside(sql, ticket_ids, who)
  await eraseInStorefront(sql, who)
  for (const id of touched) {
    await rebuildSearchText(sql, id)
  }
  for (const id of ticket_ids) {
    await recordChanges(sql, id, { type: "user", id: actorId }, [
      { type: "person_erased", data: {} },
    ])
  }
  return files
}

/** A file outlives the transaction: as an upload without a message it is swept, whatever happens next. */
const eraseFiles = (sql: Sql, messageIds: string[]) =>
  idsOf(
    sql,
    `update crm_attachment
     set message_id = null, filename = ?, content_id = null, deleted_at = null,
         created_at = to_timestamp(0)
     where message_id = any(?) returning id`,
    [ERASED, messageIds]
  )

const eraseMessages = (sql: Sql, ids: string[]) =>
  sql.raw(
    `update crm_ticket_message
     set from_name = case when kind = 'customer' then '' else from_name end,
         from_email = case when kind = 'customer' then null else from_email end,
         author_id = case when kind = 'customer' then null else author_id end,
         body_text = ?, body_html = null, signature_text = '', signature_html = null,
         quoted_text = '', subject = null, "to" = '[]', cc = '[]', bcc = '[]',
         reply_to = null, problems = '[]', mail_references = '[]', mail_in_reply_to = null,
         mail_message_id = case when kind = 'customer' then null else mail_message_id end,
         delivery_error = null, delivery_failures = null, updated_at = clock_timestamp()
     where id = any(?) and body_text <> ?`,
    [ERASED, ids, ERASED]
  )

/** What others wrote on her tickets stays; what they quoted may be hers. */
const forgetQuotes = (sql: Sql, ticketIds: string[]) =>
  sql.raw(
    `update crm_ticket_message set body_html = null, quoted_text = '', subject = null
     where ticket_id = any(?) and kind = 'customer'`,
    [ticketIds]
  )

/** Her address among the recipients, and in what servers and the history say of her. */
async function forgetAddresses(
  sql: Sql,
  ticketIds: string[],
  emails: string[]
): Promise<void> {
  for (const column of [`"to"`, "cc", "bcc", "reply_to"]) {
    await sql.raw(
      `update crm_ticket_message message
       set ${column} = coalesce((
         select jsonb_agg(address) from jsonb_array_elements_text(message.${column}) address
         where lower(address) <> all(?)), '[]')
       where exists (select 1 from jsonb_array_elements_text(
         case when jsonb_typeof(message.${column}) = 'array' then message.${column}
              else '[]' end) address where lower(address) = any(?))`,
      [emails, emails]
    )
  }
  for (const email of emails) {
    // In whatever case a server or a mail program wrote it.
    const written = email.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

    await sql.raw(
      `update crm_ticket_message
       set delivery_error = regexp_replace(delivery_error, ?, ?, 'gi'),
           delivery_failures =
             regexp_replace(delivery_failures::text, ?, ?, 'gi')::jsonb
       where ticket_id = any(?)
         and concat(delivery_error, delivery_failures) ~* ?`,
      [written, ERASED, written, ERASED, ticketIds, written]
    )
    await sql.raw(
      `update crm_ticket_event set data = regexp_replace(data::text, ?, ?, 'gi')::jsonb
       where ticket_id = any(?) and data::text ~* ?`,
      [written, ERASED, ticketIds, written]
    )
  }
}

async function eraseTickets(sql: Sql, ids: string[]): Promise<void> {
  await sql.raw(
    `update crm_ticket
     set subject = ?, requester_email = '', requester_name = '', customer_id = null,
         customer_proof = null, created_by_id = case when created_by_type = 'user'
           then created_by_id end,
         url = null, sticky_note = null, custom_fields = null, updated_at = clock_timestamp()
     where id = any(?)`,
    [ERASED, ids]
  )
  await sql.raw(
    `update crm_ticket_event
     set data = case when type = any(?) then data else '{}' end,
         actor_id = case when actor_type = 'customer' then null else actor_id end
     where ticket_id = any(?)`,
    [[...IMPERSONAL_EVENTS], ids]
  )
}

/** Undoing would bring back what is erased, so that nothing of it can be undone any more. */
async function eraseBeside(
  sql: Sql,
  ticketIds: string[],
  { emails, customer_ids }: Identity
): Promise<void> {
  for (const table of ["crm_draft", "crm_undo"]) {
    await sql.raw(`delete from ${table} where ticket_id = any(?)`, [ticketIds])
  }
  await sql.raw(
    `update crm_ticket_merge set carried = '{"rows": {}}'
     where survivor_id = any(?) or merged_id = any(?)`,
    [ticketIds, ticketIds]
  )
  await sql.raw(`update crm_follow_up set text = ? where ticket_id = any(?)`, [
    ERASED,
    ticketIds,
  ])
  await sql.raw(`update crm_notice set last_error = null where ticket_id = any(?)`, [
    ticketIds,
  ])
  await sql.raw(`delete from crm_ticket_participant where email = any(?)`, [emails])
  const notes = await idsOf(
    sql,
    `delete from crm_customer_note where email = any(?) or customer_id = any(?)
     returning id`,
    [emails, customer_ids]
  )
  await sql.raw(`delete from crm_undo where data->>'id' = any(?)`, [notes])
  await sql.raw(`delete from crm_shared_address where email = any(?)`, [emails])
  await sql.raw(
    `delete from crm_same_person where email = any(?) or other_email = any(?)`,
    [emails, emails]
  )
}

/** How she came in, and what she thought of it: the mark stays, for it counts. */
async function eraseInStorefront(
  sql: Sql,
  { emails, customer_ids }: Identity
): Promise<void> {
  await sql.raw(
    `update crm_ticket_rating set email = '', comment = null where email = any(?)`,
    [emails]
  )
  await sql.raw(`delete from crm_order_access where email = any(?)`, [emails])
  await sql.raw(
    `delete from crm_proven_address where email = any(?) or customer_id = any(?)`,
    [emails, customer_ids]
  )
  await sql.raw(
    `delete from crm_allowance where exists (
       select 1 from unnest(?::text[]) email where position(email in id) > 0)`,
    [emails]
  )
}

const idsOf = async (sql: Sql, statement: string, bindings: unknown[]) =>
  (await rowsOf<{ id: string }>(sql, statement, bindings)).map(({ id }) => id)
