import { rowsOf, type Sql } from "../../../sql"
import { numberInSubject } from "../domain/match-ticket"
import type { StatusCategory } from "../domain/ticket-status"

export type KnownTicket = {
  id: string
  number: number
  status_id: string
  status_category: StatusCategory
}

type Recognisable = { references: string[]; signed: string[]; subject: string }

/**
 * Loads and locks the tickets that a batch of mails may belong to, with their people. Locked in one
 * order, so that two instances never wait for each other. A ticket in the trash is no candidate; of a
 * merged one its survivor is.
 */
export async function findCandidates(sql: Sql, mails: Recognisable[]) {
  const named = await rowsOf<{ key: string; by: string; ticket_id: string }>(
    sql,
    `select message.id as key, 'message' as by, message.ticket_id
       from crm_ticket_message message where message.id = any(?)
     union all
     select message.mail_message_id, 'reference', message.ticket_id
       from crm_ticket_message message where message.mail_message_id = any(?)
     union all
     select ticket.number::text, 'number', ticket.id
       from crm_ticket ticket where ticket.number = any(?)`,
    [
      mails.flatMap(({ signed }) => signed),
      mails.flatMap(({ references }) => references),
      mails
        .map(({ subject }) => numberInSubject(subject))
        .filter((number) => number !== null),
    ]
  )
  const survivors = await survivorsOf(sql, [
    ...new Set(named.map(({ ticket_id }) => ticket_id)),
  ])
  const ids = [...new Set(survivors.values())]
  const tickets = await lockTickets(sql, ids)
  const people = await participantsOf(sql, ids)
  const ticketsBy = (by: string) =>
    named.flatMap((row): [string, string][] => {
      const survivor = survivors.get(row.ticket_id)

      return row.by === by && survivor && tickets.has(survivor)
        ? [[row.key, survivor]]
        : []
    })

  return {
    tickets,
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

async function participantsOf(
  sql: Sql,
  ids: string[]
): Promise<Map<string, Set<string>>> {
  const people = new Map(ids.map((id) => [id, new Set<string>()]))

  if (ids.length) {
    const rows = await rowsOf<{ ticket_id: string; email: string }>(
      sql,
      `select ticket_id, email from crm_ticket_participant
       where ticket_id = any(?) and role <> 'third_party' and deleted_at is null`,
      [ids]
    )
    for (const { ticket_id, email } of rows) {
      people.get(ticket_id)?.add(email)
    }
  }
  return people
}
