import { generateEntityId } from "@medusajs/framework/utils"
import { insertRows, type Sql } from "../../../sql"
import { afterCustomerMail } from "../domain/after-customer-mail"
import { defaultStatus, type Status } from "../domain/ticket-status"
import type { Actor } from "../types"
import { stopScheduledReplies } from "./held-replies"
import { assertNotMerged, lockTicket, ticketStatuses } from "./lock-ticket"
import { stateOf, statusChange } from "./post-on-ticket"
import type { PostedMessage } from "./post"
import { addSearchText, searchableName } from "./search-text"
import { attachShopperFiles, type ShopperFile } from "./shopper-files"
import { recordChanges } from "./ticket-events"
import { announceCustomerMail } from "./watchers"

/** What a shopper writes on a request in the storefront. */
export type ShopperPost = {
  ticket_id: string
  /** Null for somebody without an account. */
  customer_id: string | null
  from: { name: string; email: string }
  body_text: string
  files: ShopperFile[]
}

export type ShopperPosted = Pick<
  PostedMessage,
  | "ticket_id"
  | "message_id"
  | "status_before"
  | "status"
  | "before"
  | "event_ids"
  | "copied"
  | "draft"
  | "undo"
  | "pinned_for"
>

/**
 * Adds a shopper's message in the caller's transaction. It does what her mail would do (V-52): it
 * opens what was closed or waited for her, and stops what was to be sent before she wrote.
 */
export async function postShopperMessage(
  sql: Sql,
  post: ShopperPost
): Promise<ShopperPosted> {
  const ticket = await lockTicket(sql, post.ticket_id)

  assertNotMerged(ticket)
  const { category } = afterCustomerMail(ticket.status_category, { is_automated: false })
  const status = category ? defaultStatus(await ticketStatuses(sql), category) : null
  const { now: _, ...before } = await stateOf(sql, ticket.id)
  const actor: Actor = { type: "customer", id: post.customer_id }
  const message_id = await writeMessage(sql, post)

  await recordOnTicket(sql, ticket.id, status)
  const event_ids = await recordChanges(
    sql,
    ticket.id,
    actor,
    statusChange(ticket, status)
  )

  await stopScheduledReplies(sql, [ticket.id])
  await announceCustomerMail(sql, [{ ticket_id: ticket.id, message_id }])

  return {
    ticket_id: ticket.id,
    message_id,
    status_before: ticket.status_category,
    status: status?.category ?? ticket.status_category,
    before,
    event_ids,
    copied: [],
    draft: null,
    undo: null,
    pinned_for: null,
  }
}

/** The message with its files, and the words the ticket is found by. @returns its id */
export async function writeMessage(
  sql: Sql,
  { ticket_id, customer_id, from, body_text, files }: ShopperPost
): Promise<string> {
  const id = generateEntityId("", "tmsg")

  await insertRows(sql, "crm_ticket_message", [
    {
      id,
      ticket_id,
      kind: "customer",
      author_id: customer_id,
      from_name: from.name || from.email,
      from_email: from.email,
      to: [],
      cc: [],
      bcc: [],
      body_text,
      signature_text: "",
      quoted_text: "",
      mail_references: [],
      problems: [],
      is_third_party: false,
    },
  ])
  const filenames = await attachShopperFiles(sql, id, files)

  await addSearchText(
    sql,
    new Map([[ticket_id, [...filenames.map(searchableName), body_text].join("\n")]])
  )
  return id
}

async function recordOnTicket(sql: Sql, id: string, status: Status | null) {
  await sql.raw(
    `update crm_ticket
     set version = version + 1, awaiting = 'agent',
         status_id = coalesce(?, status_id), status_category = coalesce(?, status_category),
         closed_at = case when coalesce(?, status_category) = 'closed' then closed_at end,
         snooze_cut_short = coalesce(snoozed_until, snooze_cut_short),
         snoozed_until = null, snoozed_by_id = null,
         last_message_at = clock_timestamp(), updated_at = clock_timestamp()
     where id = ?`,
    [status?.id ?? null, status?.category ?? null, status?.category ?? null, id]
  )
}
