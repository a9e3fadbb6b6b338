import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import { awaitingOf } from "../domain/awaiting"
import type { DraftFields } from "../domain/draft"
import { contentIdOf, inlineImagesIn } from "../domain/inline-images"
import { assertLater } from "../domain/later"
import type { Hold } from "../domain/message"
import { unseenMessages } from "../domain/message-versions"
import type { PostedState } from "../domain/taken-back"
import { statusAfter, type Status, type StatusCategory } from "../domain/ticket-status"
import type { Actor, OnRelease } from "../types"
import { restoreDraft, settleDraft } from "./drafts"
import { addFollowUp, refreshNextAction, type NewFollowUp } from "./follow-ups"
import {
  assertNotMerged,
  lockTicket,
  ticketStatuses,
  type LockedTicket,
} from "./lock-ticket"
import { addNotices } from "./notices"
import { addParticipants, participant } from "./participants"
import { pinTicket } from "./pins"
import { rebuildSearchText } from "./rebuild-search-text"
import { addSearchText, searchableName } from "./search-text"
import { recordChanges, type Change } from "./ticket-events"
import { keepUndo } from "./undo"
import { vacatedVersions } from "./vacated-versions"
import { announceReply } from "./watchers"

/** What an agent, or the desk itself, adds to a ticket. */
export type Post = {
  ticket_id: string
  kind: "agent" | "note" | "system"
  actor: Actor
  from_name: string
  body_text: string
  body_html?: string | null
  signature_text?: string
  signature_html?: string | null
  /** Leaves as mail to the requester, or to those in `to`. */
  is_mailed: boolean
  to?: string[]
  cc?: string[]
  bcc?: string[]
  attachment_ids?: string[]
  source?: "other" | "phone_call" | "live_chat" | null
  duration_seconds?: number | null
  /** `unchanged`, a category, a status id; left out: the department's default. */
  status_after?: string
  keep_in_my_tickets?: boolean
  /** The version the author has read. */
  expected_version?: number
  subject?: string | null
  in_reply_to?: string | null
  follow_up?: NewFollowUp
  /** Of a note: read by its author alone (C-58). */
  is_private?: boolean
  /** Agents whom a note names, and agents it is shown to (M-08). */
  mentioned_ids?: string[]
  notified_ids?: string[]
  /** Leaves then; the ticket changes then too. */
  send_at?: string | null
  if_customer_writes?: OnRelease["if_customer_writes"]
  /** Nobody is asked how it was, if this closes the ticket (E-17). */
  skip_rating?: boolean
  /** Left out: it leaves at once and cannot be taken back. Else what the desk does by itself. */
  undo_send_seconds?: number
}

export type PostedMessage = {
  ticket_id: string
  message_id: string
  status_before: StatusCategory
  status: StatusCategory
  is_mailed: boolean
  /** What the post changed on the ticket, as it was, and the history it wrote. */
  before: TicketState
  event_ids: string[]
  /** Whom it put in copy for the first time, and what they were to the ticket before. */
  copied: { email: string; role_before: "third_party" | null }[]
  /** What the author's draft was before it was settled. */
  draft: { user_id: string; fields: DraftFields } | null
  hold: Hold | null
  /** The token that takes a held reply back. */
  undo: string | null
  /** Whose My Tickets it was put into, if it was not there before. */
  pinned_for: string | null
}

type TicketState = PostedState & {
  version: number
  reply_count: number
}

const STATE_COLUMNS = [
  "version",
  "reply_count",
  "status_id",
  "status_category",
  "awaiting",
  "held_by_id",
  "locked_by_id",
  "closed_at",
  "last_agent_id",
  "last_message_at",
  "snoozed_until",
  "snoozed_by_id",
] as const satisfies readonly (keyof TicketState)[]

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

/**
 * Takes a message back as if it had not been posted, in the caller's transaction: the opposite of
 * `postMessage`. Its files wait for another message and its text is a draft again; a mail that is on
 * its way is not called back.
 */
export async function withdrawMessage(
  sql: Sql,
  {
    ticket_id,
    message_id,
    before,
    event_ids,
    pinned_for,
    undo,
    copied,
    draft,
  }: Withdrawable
): Promise<void> {
  await sql.raw(`select 1 from crm_ticket where id = ? for update`, [ticket_id])
  await sql.raw(`update crm_attachment set message_id = null where message_id = ?`, [
    message_id,
  ])

  const withdrawn = await rowsOf(
    sql,
    `delete from crm_ticket_message
     where id = ? and (delivery_state is null or delivery_state in ('waiting', 'held'))
     returning id`,
    [message_id]
  )
  if (withdrawn.length) {
    await sql.raw(`delete from crm_ticket_event where id = any(?)`, [event_ids])
    await sql.raw(`delete from crm_follow_up where message_id = ?`, [message_id])
    await sql.raw(`delete from crm_notice where message_id = ?`, [message_id])
    await sql.raw(`delete from crm_undo where token = ?`, [undo ?? ""])
    await refreshNextAction(sql, ticket_id)
    if (pinned_for) {
      await pinTicket(sql, ticket_id, pinned_for, false)
    }
    await sql.raw(
      `update crm_ticket set ${STATE_COLUMNS.map((column) => `${column} = ?`).join(", ")}
       where id = ? and version = ?`,
      [
        ...STATE_COLUMNS.map((column) => before[column]),
        ticket_id,
        before.version + 1,
      ] as string[]
    )
    await removeParticipants(sql, ticket_id, copied)
    await rebuildSearchText(sql, ticket_id)
    if (draft) {
      await restoreDraft(sql, { ticket_id, ...draft })
    }
  }
}

/** What takes a post back as if it had never been. */
export type Withdrawable = Pick<
  PostedMessage,
  | "ticket_id"
  | "message_id"
  | "before"
  | "event_ids"
  | "pinned_for"
  | "undo"
  | "copied"
  | "draft"
>

/** What a post changes on a ticket, as it is now, and the database's time. */
export async function stateOf(
  sql: Sql,
  ticketId: string
): Promise<TicketState & { now: Date }> {
  const [state] = await rowsOf<TicketState & { now: Date }>(
    sql,
    `select ${STATE_COLUMNS.join(", ")}, clock_timestamp() as now
     from crm_ticket where id = ?`,
    [ticketId]
  )
  return state
}

type Held = {
  hold: Hold
  held_until: string
  delivery_state: "held"
  on_release: OnRelease | null
}

/** A reply waits for its time, or for the seconds in which it can be taken back (E-10). */
function holdOf(ticket: LockedTicket, post: Post, now: Date): Held | null {
  if (!post.is_mailed || post.kind !== "agent") {
    return null
  }
  if (post.send_at) {
    assertLater(new Date(post.send_at), now, "The reply cannot be sent")

    return {
      hold: "scheduled",
      held_until: post.send_at,
      delivery_state: "held",
      on_release: {
        status_after: post.status_after ?? ticket.status_after_reply,
        keep_in_my_tickets: post.keep_in_my_tickets ?? false,
        if_customer_writes: post.if_customer_writes ?? "ask",
        skip_rating: post.skip_rating ?? false,
      },
    }
  }
  const seconds =
    post.undo_send_seconds === undefined
      ? 0
      : (ticket.undo_send_seconds ?? post.undo_send_seconds)

  return seconds > 0
    ? {
        hold: "undo",
        held_until: new Date(now.getTime() + seconds * 1000).toISOString(),
        delivery_state: "held",
        on_release: null,
      }
    : null
}

/** How long the token lives after the mail was due: who wins is decided by the mail, not by the token. */
const UNDO_GRACE_SECONDS = 3600

async function keepReplyUndo(
  sql: Sql,
  ticket: LockedTicket,
  post: Post,
  {
    id,
    before,
    event_ids,
    held,
    ...traces
  }: Pick<PostedMessage, "pinned_for" | "copied" | "draft"> & {
    id: string
    before: TicketState
    event_ids: string[]
    held: Held
  }
): Promise<string> {
  const { now, ...after } = await stateOf(sql, ticket.id)
  const secondsHeld = (Date.parse(held.held_until) - now.getTime()) / 1000

  return keepUndo(sql, {
    kind: "reply",
    ticket_id: ticket.id,
    actor: post.actor,
    data: {
      message_id: id,
      before,
      after,
      event_ids,
      ...traces,
      status_after: post.status_after ?? ticket.status_after_reply,
    },
    seconds: Math.ceil(secondsHeld) + UNDO_GRACE_SECONDS,
  })
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

/** A file joins one message once; whoever names another's file learns nothing about it. */
async function attachFiles(
  sql: Sql,
  messageId: string,
  { attachment_ids = [], body_html }: Post
): Promise<string[]> {
  const shown = new Set(inlineImagesIn(body_html ?? ""))
  const wanted = [...new Set([...attachment_ids, ...shown])]

  if (!wanted.length) {
    return []
  }
  const attached = await rowsOf<{ filename: string }>(
    sql,
    `update crm_attachment attachment
     set message_id = ?, position = wanted.position, inline = wanted.content_id is not null,
         content_id = coalesce(wanted.content_id, attachment.content_id)
     from json_to_recordset(?::json) as wanted (id text, position int, content_id text)
     where attachment.id = wanted.id and attachment.message_id is null
       and attachment.saved_reply_id is null and attachment.deleted_at is null
     returning attachment.filename`,
    [
      messageId,
      JSON.stringify(
        wanted.map((id, position) => ({
          id,
          position,
          content_id: shown.has(id) ? contentIdOf(id) : null,
        }))
      ),
    ]
  )
  if (attached.length !== wanted.length) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "An attachment was not found: it may have expired. Upload it again"
    )
  }
  return attached.map(({ filename }) => filename)
}

/** Whom an agent writes to or copies takes part from now on; a blind copy does not (E-12). */
async function putInCopy(
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
async function removeParticipants(
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

/**
 * What a post does to its ticket. A claim ends with one that closes it, unless its holder keeps it
 * (V-70); a snooze ends with any other status than pending.
 */
export async function recordPostOnTicket(
  sql: Sql,
  ticket: LockedTicket,
  post: Pick<Post, "kind" | "keep_in_my_tickets"> & { author_id: string | null },
  status: Status | null
): Promise<void> {
  const category = status?.category ?? ticket.status_category
  const isClosing = status?.category === "closed"
  const awaiting =
    post.kind === "agent"
      ? awaitingOf("agent", category)
      : post.kind === "note" && isClosing
        ? "none"
        : null

  await sql.raw(
    `update crm_ticket
     set version = version + 1,
         reply_count = reply_count + ?,
         status_id = ?, status_category = ?,
         awaiting = coalesce(?, awaiting),
         held_by_id = case when ? = 'on_hold' then coalesce(held_by_id, ?) end,
         locked_by_id = case when ? then null else locked_by_id end,
         closed_at = case when ? = 'closed' then coalesce(closed_at, clock_timestamp()) end,
         last_agent_id = coalesce(?, last_agent_id),
         snoozed_until = case when ? then null else snoozed_until end,
         snoozed_by_id = case when ? then null else snoozed_by_id end,
         snooze_cut_short = null,
         last_message_at = clock_timestamp(), updated_at = clock_timestamp()
     where id = ?`,
    [
      post.kind === "agent" ? 1 : 0,
      status?.id ?? ticket.status_id,
      category,
      awaiting,
      category,
      post.author_id,
      isClosing && !post.keep_in_my_tickets,
      category,
      post.kind === "system" ? null : post.author_id,
      category !== "pending",
      category !== "pending",
      ticket.id,
    ]
  )
}

export const statusChange = (
  ticket: LockedTicket,
  status: Status | null,
  skipsRating = false
): Change[] =>
  status && status.id !== ticket.status_id
    ? [
        {
          type: "status_changed",
          data: {
            from: ticket.status_category,
            to: status.category,
            status: status.name,
            ...(skipsRating ? { skip_rating: true } : {}),
          },
        },
      ]
    : []
