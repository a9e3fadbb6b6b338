import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import { awaitingOf } from "../domain/awaiting"
import type { DraftFields } from "../domain/draft"
import { contentIdOf, inlineImagesIn } from "../domain/inline-images"
import { statusAfter, type Status, type StatusCategory } from "../domain/ticket-status"
import type { Actor } from "../types"
import { restoreDraft, settleDraft } from "./drafts"
import {
  assertNotMerged,
  lockTicket,
  ticketStatuses,
  type LockedTicket,
} from "./lock-ticket"
import { addParticipants, participant } from "./participants"
import { addSearchText, rebuildSearchText, searchableName } from "./search-text"
import { recordChanges, type Change } from "./ticket-events"

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
}

/** What taking a message back needs to know of it. */
export type WithdrawnMessage = Pick<
  PostedMessage,
  "ticket_id" | "message_id" | "before" | "event_ids" | "copied"
> &
  Partial<Pick<PostedMessage, "draft">>

type TicketState = Record<(typeof STATE_COLUMNS)[number], unknown>

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
] as const

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
  assertNotMoved(ticket, post)
  assertReachable(ticket, post)

  const status = await statusOf(sql, ticket, post)
  const [before] = await rowsOf<TicketState>(
    sql,
    `select ${STATE_COLUMNS.join(", ")} from crm_ticket where id = ?`,
    [ticket.id]
  )
  const id = generateEntityId("", "tmsg")

  await insertRows(sql, "crm_ticket_message", [messageRow(id, ticket, post)])
  const filenames = await attachFiles(sql, id, post)
  const copied = await putInCopy(sql, ticket, [...(post.to ?? []), ...(post.cc ?? [])])
  await updateTicket(sql, ticket, post, status)
  const event_ids = await recordChanges(
    sql,
    ticket.id,
    post.actor,
    statusChange(ticket, status)
  )
  await addSearchText(
    sql,
    new Map([[ticket.id, [...filenames.map(searchableName), post.body_text].join("\n")]])
  )
  const fields = await settleDraft(
    sql,
    { ticket_id: ticket.id, user_id: post.actor.id },
    post.kind
  )

  return {
    ticket_id: ticket.id,
    message_id: id,
    status_before: ticket.status_category,
    status: status?.category ?? ticket.status_category,
    is_mailed: post.is_mailed,
    before,
    event_ids,
    copied,
    draft: fields && post.actor.id ? { user_id: post.actor.id, fields } : null,
  }
}

/**
 * Takes a message back as if it had not been posted, in the caller's transaction: the opposite of
 * `postMessage`. Its files wait for another message and its text is a draft again; a mail that is on
 * its way is not called back.
 */
export async function withdrawMessage(
  sql: Sql,
  { ticket_id, message_id, before, event_ids, copied, draft }: WithdrawnMessage
): Promise<void> {
  await sql.raw(`select 1 from crm_ticket where id = ? for update`, [ticket_id])
  await sql.raw(`update crm_attachment set message_id = null where message_id = ?`, [
    message_id,
  ])

  const withdrawn = await rowsOf(
    sql,
    `delete from crm_ticket_message
     where id = ? and (delivery_state is null or delivery_state = 'waiting') returning id`,
    [message_id]
  )
  if (withdrawn.length) {
    await sql.raw(`delete from crm_ticket_event where id = any(?)`, [event_ids])
    await sql.raw(
      `update crm_ticket set ${STATE_COLUMNS.map((column) => `${column} = ?`).join(", ")}
       where id = ? and version = ?`,
      [
        ...STATE_COLUMNS.map((column) => before[column]),
        ticket_id,
        Number(before.version) + 1,
      ] as string[]
    )
    await removeParticipants(sql, ticket_id, copied)
    await rebuildSearchText(sql, ticket_id)
    if (draft) {
      await restoreDraft(sql, { ticket_id, ...draft })
    }
  }
}

function assertNotMoved(ticket: LockedTicket, { expected_version }: Post) {
  if (expected_version !== undefined && expected_version < ticket.version) {
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

/** A claim ends with a post that closes the ticket, unless its holder keeps it (V-70). */
async function updateTicket(
  sql: Sql,
  ticket: LockedTicket,
  post: Post,
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
         last_message_at = clock_timestamp(), updated_at = clock_timestamp()
     where id = ?`,
    [
      post.kind === "agent" ? 1 : 0,
      status?.id ?? ticket.status_id,
      category,
      awaiting,
      category,
      post.actor.id,
      isClosing && !post.keep_in_my_tickets,
      category,
      post.kind === "system" ? null : post.actor.id,
      ticket.id,
    ]
  )
}

const statusChange = (ticket: LockedTicket, status: Status | null): Change[] =>
  status && status.id !== ticket.status_id
    ? [
        {
          type: "status_changed",
          data: {
            from: ticket.status_category,
            to: status.category,
            status: status.name,
          },
        },
      ]
    : []
