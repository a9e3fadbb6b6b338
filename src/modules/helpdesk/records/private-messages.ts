import { MedusaError } from "@medusajs/framework/utils"
import { rowsOf, type Sql } from "../../../sql"
import type { Actor } from "../types"
import { lockTicket } from "./lock-ticket"
import { rebuildSearchText } from "./rebuild-search-text"
import { recordChanges } from "./ticket-events"

/**
 * Keeps a note or a mail to the asking agent, or shows it to all again (C-58). What is private is
 * found by nobody's search.
 * @returns whether that is news
 * @throws NOT_FOUND, NOT_ALLOWED when it is another agent's or may still be sent
 */
export async function setPrivacy(
  sql: Sql,
  {
    ticket_id,
    message_id,
    is_private,
  }: { ticket_id: string; message_id: string; is_private: boolean },
  actor: Actor & { id: string }
): Promise<boolean> {
  await lockTicket(sql, ticket_id)

  const [message] = await rowsOf<{
    owner: string | null
    author: string | null
    kind: string
  }>(
    sql,
    `select private_to_user_id as owner, author_id as author, kind from crm_ticket_message
     where id = ? and ticket_id = ? and deleted_at is null for update`,
    [message_id, ticket_id]
  )
  if (!message) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Message ${message_id} was not found on this ticket`
    )
  }
  assertMay(message, actor.id)

  if (is_private === (message.owner !== null)) {
    return false
  }
  await sql.raw(
    `update crm_ticket_message set private_to_user_id = ?, updated_at = clock_timestamp()
     where id = ?`,
    [is_private ? actor.id : null, message_id] as string[]
  )
  await rebuildSearchText(sql, ticket_id)
  await recordChanges(sql, ticket_id, actor, [
    { type: is_private ? "made_private" : "made_public", data: { message_id } },
  ])
  return true
}

/** A mail of the customer belongs to whoever flags it first; what an agent wrote, to that agent. */
function assertMay(
  { owner, author, kind }: { owner: string | null; author: string | null; kind: string },
  userId: string
) {
  const belongsTo = owner ?? (kind === "customer" ? null : author)

  if (belongsTo && belongsTo !== userId) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "This message is another agent's: only they can make it private or show it again"
    )
  }
}

/** Whose eyes only a file or a mail is for, if it is. */
export async function ownerOfAttachment(sql: Sql, id: string): Promise<string | null> {
  const [row] = await rowsOf<{ owner: string | null }>(
    sql,
    `select message.private_to_user_id as owner
     from crm_attachment file join crm_ticket_message message on message.id = file.message_id
     where file.id = ?`,
    [id]
  )
  return row?.owner ?? null
}

export async function ownerOfInboundMail(sql: Sql, id: string): Promise<string | null> {
  const [row] = await rowsOf<{ owner: string | null }>(
    sql,
    `select private_to_user_id as owner from crm_ticket_message where inbound_mail_id = ?`,
    [id]
  )
  return row?.owner ?? null
}
