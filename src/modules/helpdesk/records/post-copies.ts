import type { Sql } from "../../../sql"
import type { LockedTicket } from "./lock-ticket"
import { addParticipants, participant } from "./participants"
import type { PostedMessage } from "./post"

/** Whom an agent writes to or copies takes part from now on; a blind copy does not (E-12). */
export async function putInCopy(
  sql: Sql,
  { id: ticketId, requester_email }: LockedTicket,
  addresses: string[]
): Promise<PostedMessage["copied"]> {
  const people = addresses
    .map((address) => participant(ticketId, address, "cc"))
    .filter(({ email }) => email !== requester_email)
  const isNew = new Set(people.map(({ id }) => id))
  const added = await addParticipants(sql, people)

  return added.map(({ id, email }) => ({
    email,
    role_before: isNew.has(id) ? null : "third_party",
  }))
}

/** Those who wrote meanwhile stay what their mail made of them. */
export async function removeParticipants(
  sql: Sql,
  ticket_id: string,
  copied: PostedMessage["copied"]
): Promise<void> {
  const emailsOf = (role: "third_party" | null) =>
    copied.filter(({ role_before }) => role_before === role).map(({ email }) => email)

  await sql.raw(
    `delete from crm_ticket_participant
     where ticket_id = ? and email = any(?) and role = 'cc'`,
    [ticket_id, emailsOf(null)]
  )
  await sql.raw(
    `update crm_ticket_participant set role = 'third_party'
     where ticket_id = ? and email = any(?) and role = 'cc'`,
    [ticket_id, emailsOf("third_party")]
  )
}
