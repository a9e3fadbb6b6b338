import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import { sharedAmong } from "./shared-addresses"
import { toStoredJson } from "../../../stored-json"

export type PersonAddress = {
  id: string
  email: string
  other_email: string
  /** `agent` said so and why; `mail`: its reader answered what we wrote to that address. */
  proof: "agent" | "mail"
  reason: string | null
  added_by: string | null
  created_at: Date
}

export type NewPersonAddress = {
  email: string
  other_email: string
  reason: string
  added_by: string | null
}

const pairOf = (email: string, other: string) =>
  [email.toLowerCase(), other.toLowerCase()].sort() as [string, string]

/**
 * Two addresses are one person's, an agent says (X-16 AC2).
 * @throws INVALID_DATA for one address twice, NOT_ALLOWED for a shared one, DUPLICATE_ERROR
 */
export async function addPersonAddress(
  sql: Sql,
  { email: named, other_email: added, reason, added_by }: NewPersonAddress
): Promise<string> {
  const [email, other_email] = pairOf(named, added)

  if (email === other_email) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `${email} is this person's address already. Name another one`
    )
  }
  const [shared] = await sharedAmong(sql, [email, other_email])

  if (shared) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Several people write from ${shared}: it is no one person's address. Take that mark off first`
    )
  }
  const [row] = await insertRows<{ id: string }>(
    sql,
    "crm_same_person",
    [
      {
        id: generateEntityId("", "same"),
        email,
        other_email,
        proof: "agent",
        reason,
        added_by,
      },
    ],
    `on conflict (email, other_email) where deleted_at is null do nothing returning id`
  )
  if (!row) {
    throw new MedusaError(
      MedusaError.Types.DUPLICATE_ERROR,
      `${email} and ${other_email} are one person's already`
    )
  }
  return row.id
}

/** @throws NOT_FOUND */
export async function removePersonAddress(sql: Sql, id: string): Promise<void> {
  const removed = await rowsOf(
    sql,
    `update crm_same_person set deleted_at = clock_timestamp()
     where id = ? and deleted_at is null returning id`,
    [id]
  )
  if (!removed.length) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Person address ${id} was not found`
    )
  }
}

/** Every address of the person who has these, and what says so, the oldest first. */
export async function samePerson(
  sql: Sql,
  emails: string[]
): Promise<{ emails: string[]; addresses: PersonAddress[] }> {
  const addresses = await rowsOf<PersonAddress>(
    sql,
    `with recursive person (email) as (
       select unnest(?::text[])
       union
       select case when same.email = person.email then same.other_email else same.email end
       from crm_same_person same
       join person on person.email in (same.email, same.other_email)
       where same.deleted_at is null
     )
     select same.id, same.email, same.other_email, same.proof, same.reason, same.added_by,
            same.created_at
     from crm_same_person same
     where same.email in (select email from person) and same.deleted_at is null
     order by same.created_at, same.id`,
    [emails]
  )
  return {
    emails: [
      ...new Set([
        ...emails,
        ...addresses.flatMap(({ email, other_email }) => [email, other_email]),
      ]),
    ],
    addresses,
  }
}

/**
 * An address that an agent named is proven when its reader answers what we wrote to it on a ticket
 * of the other address, under the signed reference of our mail.
 */
export async function proveAddresses(sql: Sql, answers: ProvingAnswer[]): Promise<void> {
  if (!answers.length) {
    return
  }
  await sql.raw(
    `update crm_same_person same set proof = 'mail', updated_at = clock_timestamp()
     from json_to_recordset(?::json) as answer (ticket_id text, sender text, signed json)
     join crm_ticket ticket on ticket.id = answer.ticket_id
     where same.email = least(ticket.requester_email, answer.sender)
       and same.other_email = greatest(ticket.requester_email, answer.sender)
       and same.proof = 'agent' and same.deleted_at is null
       and exists (
         select 1 from crm_ticket_message ours
         where ours.id in (select json_array_elements_text(answer.signed)) and ours.ticket_id = ticket.id
           and ours.kind = 'agent' and jsonb_exists(ours."to", answer.sender)
       )`,
    [toStoredJson(answers)]
  )
}

type ProvingAnswer = { ticket_id: string; sender: string; signed: string[] }
