import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { agentNamesToShow } from "../../../../agents"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import type { CustomerNoteRow } from "../../../../modules/helpdesk/reports/person"
import type { PersonAddress as AddressRow } from "../../../../modules/helpdesk/records/same-person"
import { namedAgent } from "../tickets/present-list"
import type {
  CustomerNote,
  FindPerson,
  Person,
  PersonAddress,
  TimelineEntry,
} from "./contract"
import { identityOf } from "./identity"
import { ordersOf } from "./look-up"

/** How many of each kind the timeline begins with. */
const LATEST = 30

export async function presentPerson(
  container: MedusaContainer,
  wanted: FindPerson
): Promise<Person> {
  const { customers, emails, addresses } = await identityOf(container, wanted)
  const who = { emails, customer_ids: customers.map(({ id }) => id) }
  const [known, orders] = await Promise.all([
    container.resolve(HELPDESK_MODULE).person(who, LATEST),
    ordersOf(container, who, LATEST),
  ])
  const notes = await presentNotes(container, known.notes)

  return {
    emails,
    addresses: await presentAddresses(container, addresses),
    is_shared: emails.some((email) => known.shared.has(email)),
    customers,
    groups: [
      ...new Map(
        customers.flatMap(({ groups }) => groups.map((group) => [group.id, group]))
      ).values(),
    ],
    notes,
    tickets: { total: known.total, open: known.open },
    orders: { total: orders.total },
    timeline: [
      ...orders.latest.map((order): TimelineEntry => ({
        id: order.id,
        at: order.created_at,
        type: "order",
        order,
      })),
      ...known.tickets.map(
        ({ created_at, last_message_at: _, ...ticket }): TimelineEntry => ({
          id: ticket.id,
          at: created_at.toISOString(),
          type: "ticket",
          ticket,
        })
      ),
      ...notes.map((note): TimelineEntry => ({
        id: note.id,
        at: note.created_at,
        type: "note",
        note,
      })),
    ].sort((one, other) => other.at.localeCompare(one.at)),
  }
}

/** By every address that is known to be hers. */
async function presentAddresses(
  container: MedusaContainer,
  addresses: AddressRow[]
): Promise<PersonAddress[]> {
  const names = await agentNamesToShow(
    container.resolve(ContainerRegistrationKeys.QUERY),
    addresses.map(({ added_by }) => added_by)
  )
  return addresses.map(({ added_by, created_at, ...address }) => ({
    ...address,
    added_by: namedAgent(added_by, names),
    created_at: created_at.toISOString(),
  }))
}

export async function presentNotes(
  container: MedusaContainer,
  notes: CustomerNoteRow[]
): Promise<CustomerNote[]> {
  const names = await agentNamesToShow(
    container.resolve(ContainerRegistrationKeys.QUERY),
    notes.map(({ author_id }) => author_id)
  )
  return notes.map(({ id, body_text, author_id, created_at, updated_at }) => ({
    id,
    body_text,
    author: namedAgent(author_id, names),
    created_at: created_at.toISOString(),
    updated_at: updated_at.toISOString(),
  }))
}
