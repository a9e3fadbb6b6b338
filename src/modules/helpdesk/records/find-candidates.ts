import { rowsOf, type Sql } from "../../../sql"
import { numberInSubject } from "../domain/match-ticket"
import type { StatusCategory } from "../domain/ticket-status"

export type KnownTicket = {
  id: string
  number: number
  status_id: string
  status_category: StatusCategory
}

type Recognisable = {
  from: { email: string | null }
  references: string[]
  signed: string[]
  subject: string
  is_often_answered: boolean
}

/** What somebody wrote lately on a ticket that was answered automatically. */
export type AnsweredMail = {
  ticket_id: string
  subject: string
  body_text: string
  /** The ticket's history tells of the loop already. */
  is_suspected: boolean
}

/**
 * Loads and locks the tickets that a batch of mails may belong to, with their people. Locked in one
 * order, so that two instances never wait for each other. A ticket in the trash is no candidate; of a
 * merged one its survivor is.
 */
export async function findCandidates(sql: Sql, mails: Recognisable[]) {
  const named = await rowsOf<{ key: string; by: string; ticket_id: string }>(
    sql,
    `select message.id as key, 'message' as by, message.ticket_id, message.created_at as at
       from crm_ticket_message message where message.id = any(?)
     union all
     select message.mail_message_id, 'reference', message.ticket_id, message.created_at
       from crm_ticket_message message where message.mail_message_id = any(?)
     union all
     select ticket.number::text, 'number', ticket.id, ticket.created_at
       from crm_ticket ticket where ticket.number = any(?)
     order by at desc`,
    [
      mails.flatMap(({ signed }) => signed),
      mails.flatMap(({ references }) => references),
      mails
        .map(({ subject }) => numberInSubject(subject))
        .filter((number) => number !== null),
    ]
  )
  const answered = await answeredMails(sql, mails)
  const survivors = await survivorsOf(sql, [
    ...new Set(
      [...named, ...[...answered.values()].flat()].map(({ ticket_id }) => ticket_id)
    ),
  ])
  const tickets = await lockTickets(sql, [...new Set(survivors.values())])
  const people = await participantsOf(sql, survivors)
  // Of several mails with one Message-ID the first has it, and stands last here: anyone can copy it.
  const ticketsBy = (by: string) =>
    named.flatMap((row): [string, string][] => {
      const survivor = survivors.get(row.ticket_id)

      return row.by === by && survivor && tickets.has(survivor)
        ? [[row.key, survivor]]
        : []
    })

  return {
    tickets,
    answered,
    candidates: {
      byMessage: new Map(ticketsBy("message")),
      byReference: new Map(ticketsBy("reference")),
      byNumber: new Map(
        ticketsBy("number").map(([number, id]): [number, string] => [Number(number), id])
      ),
      participants: people,
    },
  }
}

/** Which of these messages are on a ticket that was not deleted. */
export async function messagesOnTickets(sql: Sql, ids: string[]): Promise<Set<string>> {
  if (!ids.length) {
    return new Set()
  }
  const rows = await rowsOf<{ id: string }>(
    sql,
    `select message.id from crm_ticket_message message
     join crm_ticket ticket on ticket.id = message.ticket_id
     where message.id = any(?) and message.deleted_at is null and ticket.deleted_at is null`,
    [ids]
  )
  return new Set(rows.map(({ id }) => id))
}

/** Follows merges to the ticket that lives on. */
export async function survivorsOf(sql: Sql, ids: string[]): Promise<Map<string, string>> {
  if (!ids.length) {
    return new Map()
  }
  const rows = await rowsOf<{ id: string; survivor: string }>(
    sql,
    `with recursive path as (
       select id, id as survivor, merged_into_id, 1 as depth from crm_ticket where id = any(?)
       union all
       select path.id, next.id, next.merged_into_id, path.depth + 1
       from path join crm_ticket next on next.id = path.merged_into_id where path.depth < 20
     )
     select id, survivor from path where merged_into_id is null`,
    [ids]
  )
  return new Map(rows.map(({ id, survivor }) => [id, survivor]))
}

async function lockTickets(sql: Sql, ids: string[]): Promise<Map<string, KnownTicket>> {
  if (!ids.length) {
    return new Map()
  }
  const rows = await rowsOf<KnownTicket>(
    sql,
    `select id, number, status_id, status_category from crm_ticket
     where id = any(?) and deleted_at is null and merged_into_id is null
     order by id for update`,
    [ids]
  )
  return new Map(rows.map((ticket) => [ticket.id, ticket]))
}

/** Of a ticket that others were merged into the people of all of them. */
async function participantsOf(
  sql: Sql,
  survivors: ReadonlyMap<string, string>
): Promise<Map<string, Set<string>>> {
  const people = new Map(
    [...survivors.values()].map((id): [string, Set<string>] => [id, new Set()])
  )

  if (people.size) {
    const rows = await rowsOf<{ ticket_id: string; email: string }>(
      sql,
      `select ticket_id, email from crm_ticket_participant
       where ticket_id = any(?) and role <> 'third_party' and deleted_at is null`,
      [[...new Set([...survivors.keys(), ...people.keys()])]]
    )
    for (const { ticket_id, email } of rows) {
      people.get(survivors.get(ticket_id) ?? ticket_id)?.add(email)
    }
  }
  return people
}

/** By sender, newest first. Asked for those only who were answered automatically again and again. */
async function answeredMails(
  sql: Sql,
  mails: Recognisable[]
): Promise<Map<string, AnsweredMail[]>> {
  const senders = mails.flatMap(({ from, is_often_answered }) =>
    is_often_answered && from.email ? [from.email.toLowerCase()] : []
  )
  if (!senders.length) {
    return new Map()
  }
  const rows = await rowsOf<AnsweredMail & { sender: string }>(
    sql,
    `select ticket.requester_email as sender, ticket.id as ticket_id,
            coalesce(message.subject, '') as subject, message.body_text,
            exists (
              select 1 from crm_ticket_event event
              where event.ticket_id = ticket.id and event.type = 'loop_suspected'
            ) as is_suspected
     from crm_ticket ticket join crm_ticket_message message on message.ticket_id = ticket.id
     where ticket.requester_email = any(?) and message.kind = 'customer'
       and ticket.created_at > clock_timestamp() - interval '1 day'
       and ticket.deleted_at is null and ticket.merged_into_id is null
       and message.deleted_at is null
       and exists (
         select 1 from crm_ticket_message answer
         where answer.ticket_id = ticket.id and answer.kind = 'system'
       )
     order by message.created_at desc limit 1000`,
    [[...new Set(senders)]]
  )
  const bySender = new Map<string, AnsweredMail[]>()

  for (const { sender, ...mail } of rows) {
    bySender.set(sender, [...(bySender.get(sender) ?? []), mail])
  }
  return bySender
}
