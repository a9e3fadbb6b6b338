import { generateEntityId } from "@medusajs/framework/utils"
import { insertRows, type Sql } from "../../../sql"

/** Weakest first. */
const ROLES = ["third_party", "cc", "requester"] as const

export type Participant = {
  id: string
  ticket_id: string
  /** Lower case. */
  email: string
  name: string
  role: (typeof ROLES)[number]
}

export const participant = (
  ticket_id: string,
  email: string,
  role: Participant["role"],
  name = ""
): Participant => ({
  id: generateEntityId("", "tpar"),
  ticket_id,
  email: email.toLowerCase(),
  name,
  role,
})

/**
 * Puts people on tickets. Who took part before keeps the role; a stranger who is put in copy is none
 * any more.
 * @returns those who were added, and with a known id those whose role was raised
 */
export async function addParticipants(
  sql: Sql,
  people: Participant[]
): Promise<{ id: string; email: string }[]> {
  const strongest = new Map<string, Participant>()

  for (const person of people) {
    const key = `${person.ticket_id}|${person.email}`
    const known = strongest.get(key)

    if (!known || ROLES.indexOf(person.role) > ROLES.indexOf(known.role)) {
      strongest.set(key, person)
    }
  }
  return insertRows<{ id: string; email: string }>(
    sql,
    "crm_ticket_participant",
    [...strongest.values()],
    `on conflict (ticket_id, email) where deleted_at is null
     do update set role = 'cc', updated_at = now()
     where crm_ticket_participant.role = 'third_party' and excluded.role = 'cc'
     returning id, email`
  )
}
