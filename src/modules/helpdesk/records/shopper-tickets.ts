import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import { fillAutoReply } from "../domain/auto-reply"
import type { FieldValues } from "../domain/custom-field"
import type { OrderProof } from "../domain/order-proof"
import { defaultStatus } from "../domain/ticket-status"
import type { Actor } from "../types"
import { isOffered } from "./change-ticket"
import { ticketStatuses } from "./lock-ticket"
import { addParticipants, participant } from "./participants"
import { addSearchText, searchableName } from "./search-text"
import type { ShopperFile } from "./shopper-files"
import { writeMessage } from "./shopper-messages"
import { recordChanges } from "./ticket-events"

/** A ticket that a shopper opens in the storefront, with an account or without. */
export type ShopperTicket = {
  channel: "account" | "form"
  requester: { email: string; name: string }
  /** Who is logged in; null for somebody without an account. */
  author_id: string | null
  /** `address_match` is a guess by the address and shows nothing in My Account (D-11). */
  customer: { id: string; proof: "account" | "address_match" } | null
  department_id: string
  classification_id: string | null
  subject: string
  body_text: string
  files: ShopperFile[]
  order: { order_id: string; display_id: string; proof: OrderProof } | null
  custom_fields: FieldValues | null
  form_id: string | null
  private_to_requester: boolean
  /**
   * A mail that says that the request came in; not a word of it may be the sender's own (A4).
   * `{{ticket.number}}` in it becomes the ticket's.
   */
  confirmation: { from_name: string; subject: string; body_text: string } | null
}

export type OpenedByShopper = {
  ticket_id: string
  number: number
  message_id: string
  confirmation_id: string | null
}

/** Opens the ticket with its first message, in the caller's transaction. */
export async function openShopperTicket(
  sql: Sql,
  input: ShopperTicket
): Promise<OpenedByShopper> {
  const { department_id, requester, author_id } = input
  const actor: Actor = { type: "customer", id: author_id }
  const email = requester.email.toLowerCase()
  const { id, number } = await insertTicket(sql, {
    ...input,
    requester: { ...requester, email },
  })

  await assertDepartment(sql, department_id)
  await addParticipants(sql, [participant(id, email, "requester", requester.name)])
  await recordChanges(sql, id, actor, [
    { type: "created", data: { channel: input.channel } },
  ])
  await linkNamedOrder(sql, id, input.order, actor)
  await addSearchText(sql, new Map([[id, searchText(input, number, email)]]))

  const message_id = await writeMessage(sql, {
    ticket_id: id,
    customer_id: author_id,
    from: { name: requester.name, email },
    body_text: input.body_text,
    files: input.files,
  })
  return {
    ticket_id: id,
    number,
    message_id,
    confirmation_id: await confirm(sql, { id, number, email }, input.confirmation),
  }
}

/** The opposite of `openShopperTicket`: its files wait for another message. */
export async function withdrawShopperTicket(sql: Sql, ticketId: string): Promise<void> {
  await sql.raw(
    `update crm_attachment set message_id = null where message_id in (
       select id from crm_ticket_message where ticket_id = ?
     )`,
    [ticketId]
  )
  for (const table of ["message", "event", "participant", "order"]) {
    await sql.raw(`delete from crm_ticket_${table} where ticket_id = ?`, [ticketId])
  }
  await sql.raw(`delete from crm_notice where ticket_id = ?`, [ticketId])
  await sql.raw(`delete from crm_ticket_search where ticket_id = ?`, [ticketId])
  await sql.raw(`delete from crm_ticket where id = ?`, [ticketId])
}

async function insertTicket(
  sql: Sql,
  { requester, customer, author_id, ...input }: ShopperTicket
): Promise<{ id: string; number: number }> {
  const open = defaultStatus(await ticketStatuses(sql), "open")
  const isOfferedHere =
    input.classification_id !== null &&
    (await isOffered(sql, input.classification_id, input.department_id))

  const [{ number }] = await rowsOf<{ number: number }>(
    sql,
    `select nextval('crm_ticket_number_seq')::int as number`
  )
  const id = generateEntityId("", "tick")

  await insertRows(sql, "crm_ticket", [
    {
      id,
      number,
      subject: input.subject,
      status_id: open.id,
      status_category: open.category,
      department_id: input.department_id,
      classification_id: isOfferedHere ? input.classification_id : null,
      requester_email: requester.email,
      requester_name: requester.name || requester.email,
      customer_id: customer?.id ?? null,
      customer_proof: customer?.proof ?? null,
      channel: input.channel,
      created_by_type: author_id ? "customer" : "guest",
      created_by_id: author_id,
      awaiting: "agent",
      version: 1,
      last_message_at: new Date(),
      private_to_requester: input.private_to_requester,
      custom_fields: input.custom_fields,
      form_id: input.form_id,
    },
  ])
  return { id, number }
}

/** A department may be closed between the page and the click. */
async function assertDepartment(sql: Sql, id: string) {
  const found = await rowsOf(
    sql,
    `select 1 from crm_department where id = ? and deleted_at is null for share`,
    [id]
  )
  if (!found.length) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Department ${id} was not found`)
  }
}

async function linkNamedOrder(
  sql: Sql,
  ticket_id: string,
  order: ShopperTicket["order"],
  actor: Actor
) {
  if (order) {
    await insertRows(sql, "crm_ticket_order", [
      { id: generateEntityId("", "tord"), ticket_id, ...order, linked_by: actor.id },
    ])
    await recordChanges(sql, ticket_id, actor, [{ type: "order_linked", data: order }])
  }
}

const searchText = (
  { subject, requester, order }: ShopperTicket,
  number: number,
  email: string
) =>
  [number, subject, requester.name, searchableName(email), order?.display_id ?? ""].join(
    "\n"
  )

/** @returns the id of the mail's message, which waits to be handed over */
async function confirm(
  sql: Sql,
  ticket: { id: string; number: number; email: string },
  confirmation: ShopperTicket["confirmation"]
): Promise<string | null> {
  if (!confirmation) {
    return null
  }
  const id = generateEntityId("", "tmsg")
  const facts = { ticket_number: ticket.number, department: confirmation.from_name }

  await insertRows(sql, "crm_ticket_message", [
    {
      id,
      ticket_id: ticket.id,
      kind: "system",
      from_name: confirmation.from_name,
      subject: fillAutoReply(confirmation.subject, facts),
      body_text: fillAutoReply(confirmation.body_text, facts),
      to: [ticket.email],
      cc: [],
      bcc: [],
      signature_text: "",
      quoted_text: "",
      mail_references: [],
      problems: [],
      is_third_party: false,
      delivery_state: "waiting",
    },
  ])
  await sql.raw(`update crm_ticket set version = version + 1 where id = ?`, [ticket.id])

  return id
}
