import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { insertRows, type Sql } from "../../../sql"
import { unseenMessages } from "../domain/message-versions"
import { statusAfter, type Status } from "../domain/ticket-status"
import { settleDraft } from "./drafts"
import { addFollowUp } from "./follow-ups"
import { holdOf, keepReplyUndo } from "./hold-reply"
import {
  assertNotMerged,
  lockTicket,
  ticketStatuses,
  type LockedTicket,
} from "./lock-ticket"
import { addNotices } from "./notices"
import { pinTicket } from "./pins"
import type { Post, PostedMessage } from "./post"
import { putInCopy } from "./post-copies"
import { attachFiles } from "./post-files"
import { recordPostOnTicket, stateOf, statusChange } from "./post-on-ticket"
import { addSearchText, searchableName } from "./search-text"
import { recordChanges } from "./ticket-events"
import { vacatedVersions } from "./vacated-versions"
import { announceReply } from "./watchers"

/** The code of the error that a post to a thread which moved meanwhile is refused with. */
export const THREAD_MOVED = "thread_moved"

/**
 * Adds a message in the caller's transaction: the message, its files, the ticket's new state and its
 * history. Mail leaves later, from the outbox: the message waits with delivery `waiting`.
 * @throws CONFLICT with code `thread_moved` when somebody posted since `expected_version`
 */
export async function postMessage(sql: Sql, post: Post): Promise<PostedMessage> {
  const ticket = await lockTicket(sql, post.ticket_id)

  assertNotMerged(ticket)
  await assertNotMoved(sql, ticket, post)
  assertReachable(ticket, post)

  const status = await statusOf(sql, ticket, post)
  const { now, ...before } = await stateOf(sql, ticket.id)
  const held = holdOf(ticket, post, now)
  const isScheduled = held?.hold === "scheduled"
  const id = generateEntityId("", "tmsg")

  await insertRows(sql, "crm_ticket_message", [
    { ...messageRow(id, ticket, post), ...held },
  ])
  const filenames = await attachFiles(sql, id, post)
  const copied = await putInCopy(sql, ticket, [...(post.to ?? []), ...(post.cc ?? [])])
  const event_ids = isScheduled
    ? await recordChanges(sql, ticket.id, post.actor, [
        { type: "reply_scheduled", data: { message_id: id, to: post.send_at } },
      ])
    : await sayOnTicket(sql, ticket, post, status)
  const pinned_for = await pinFor(sql, ticket.id, post)

  event_ids.push(...(await promise(sql, ticket.id, id, post)))
  if (!post.is_private) {
    await addSearchText(
      sql,
      new Map([
        [ticket.id, [...filenames.map(searchableName), post.body_text].join("\n")],
      ])
    )
  }
  const fields = await settleDraft(
    sql,
    { ticket_id: ticket.id, user_id: post.actor.id },
    post.kind
  )
  const draft = fields && post.actor.id ? { user_id: post.actor.id, fields } : null

  await tellAgents(sql, ticket.id, id, post, held !== null)

  return {
    ticket_id: ticket.id,
    message_id: id,
    status_before: ticket.status_category,
    status: isScheduled
      ? ticket.status_category
      : (status?.category ?? ticket.status_category),
    is_mailed: post.is_mailed,
    before,
    event_ids,
    copied,
    draft,
    hold: held?.hold ?? null,
    undo: held
      ? await keepReplyUndo(sql, ticket, post, {
          id,
          before,
          event_ids,
          held,
          pinned_for,
          copied,
          draft,
        })
      : null,
    pinned_for,
  }
}

const sayOnTicket = async (
  sql: Sql,
  ticket: LockedTicket,
  post: Post,
  status: Status | null
): Promise<string[]> => {
  await recordPostOnTicket(sql, ticket, { ...post, author_id: post.actor.id }, status)

  return recordChanges(
    sql,
    ticket.id,
    post.actor,
    statusChange(ticket, status, post.skip_rating)
  )
}

/** @returns whose My Tickets it is in now and was not before (V-70) */
async function pinFor(
  sql: Sql,
  ticketId: string,
  { actor, keep_in_my_tickets: keep }: Post
): Promise<string | null> {
  if (keep === undefined || actor.type !== "user" || !actor.id) {
    return null
  }
  return (await pinTicket(sql, ticketId, actor.id, keep)) && keep ? actor.id : null
}

async function promise(sql: Sql, ticketId: string, messageId: string, post: Post) {
  return post.follow_up
    ? (await addFollowUp(sql, ticketId, post.follow_up, post.actor, messageId)).event_ids
    : []
}

/** Whom a post concerns. A reply that may still be taken back is announced when it leaves. */
async function tellAgents(
  sql: Sql,
  ticket_id: string,
  message_id: string,
  { kind, actor, mentioned_ids = [], notified_ids = [] }: Post,
  isHeld: boolean
): Promise<void> {
  const told = { ticket_id, message_id, actor_id: actor.id, key: `message:${message_id}` }

  await addNotices(sql, { ...told, kind: "mentioned", user_ids: mentioned_ids })
  await addNotices(sql, { ...told, kind: "notified", user_ids: notified_ids })
  if (kind === "agent" && !isHeld) {
    await announceReply(sql, ticket_id, message_id, actor.id)
  }
}

async function assertNotMoved(
  sql: Sql,
  ticket: LockedTicket,
  { expected_version }: Post
) {
  if (
    expected_version !== undefined &&
    expected_version < ticket.version &&
    unseenMessages(
      expected_version,
      ticket.version,
      await vacatedVersions(sql, ticket.id)
    ) > 0
  ) {
    throw new MedusaError(
      MedusaError.Types.CONFLICT,
      `Somebody wrote on ticket #${ticket.number} while you did. Read the newer messages, then send again`,
      THREAD_MOVED
    )
  }
}

function assertReachable(ticket: LockedTicket, post: Post) {
  if (post.is_mailed && !ticket.requester_email && !post.to?.length) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Ticket #${ticket.number} has no address to write to: its mail named no sender. Enter one under "To"`
    )
  }
}

async function statusOf(
  sql: Sql,
  ticket: LockedTicket,
  post: Post
): Promise<Status | null> {
  const byDefault: Record<Post["kind"], string> = {
    agent: ticket.status_after_reply,
    note: ticket.status_after_note,
    system: "unchanged",
  }
  return statusAfter(post.status_after ?? byDefault[post.kind], await ticketStatuses(sql))
}

const messageRow = (id: string, ticket: LockedTicket, post: Post) => ({
  id,
  ticket_id: ticket.id,
  kind: post.kind,
  author_id: post.actor.id,
  from_name: post.from_name,
  from_email: null,
  to: post.is_mailed ? recipientsOf(ticket, post) : [],
  cc: post.cc ?? [],
  bcc: post.bcc ?? [],
  subject: post.subject ?? null,
  body_text: post.body_text,
  body_html: ticket.plain_text_only ? null : (post.body_html ?? null),
  signature_text: post.signature_text ?? "",
  signature_html: ticket.plain_text_only ? null : (post.signature_html ?? null),
  quoted_text: "",
  source: post.kind === "note" ? (post.source ?? "other") : null,
  duration_seconds: post.duration_seconds ?? null,
  mail_in_reply_to: post.in_reply_to ?? null,
  mail_references: [],
  problems: [],
  is_third_party: false,
  delivery_state: post.is_mailed ? "waiting" : null,
  hold: null,
  held_until: null,
  on_release: null,
  private_to_user_id: post.is_private ? post.actor.id : null,
})

const recipientsOf = ({ requester_email }: LockedTicket, { to }: Post) =>
  to?.length ? [...new Set(to)] : [requester_email]
