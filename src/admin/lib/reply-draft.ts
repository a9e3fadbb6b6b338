import type { Attachment } from "../../api/admin/crm/attachments/contract"
import type { Draft, SaveDraft } from "../../api/admin/crm/tickets/[id]/draft/contract"
import type { CreateNote, CreateReply } from "../../api/admin/crm/tickets/contract"
import { addressesOf } from "./addresses"
import type { MoreOfNote, MoreOfReply } from "./more-of-post"

export type NoteSource = CreateNote["source"]
export type Format = "rich" | "plain"

export type ReplyDraft = {
  mode: "reply" | "note"
  reply: {
    format: Format
    html: string
    text: string
    /** Lines of addresses, as they are typed. Null: the requester. */
    to: string | null
    cc: string
    bcc: string
    statusAfter: string | null
    files: Attachment[]
    /** Null: none. Undefined: the default one. */
    signatureId: string | null | undefined
    more: MoreOfReply
  }
  note: {
    body: string
    source: NoteSource
    statusAfter: string | null
    files: Attachment[]
    signatureId: string | null
    durationSeconds: number | null
    more: MoreOfNote
  }
  /** The ticket's version when the agent began to write: what they have read. */
  version: number | null
}

export const emptyDraft = (format: Format): ReplyDraft => ({
  mode: "reply",
  reply: {
    format,
    html: "",
    text: "",
    to: null,
    cc: "",
    bcc: "",
    statusAfter: null,
    files: [],
    signatureId: undefined,
    more: {},
  },
  note: {
    body: "",
    source: "other",
    statusAfter: null,
    files: [],
    signatureId: null,
    durationSeconds: null,
    more: {},
  },
  version: null,
})

const isReplyEmpty = ({ text, html, cc, bcc, to, files, more }: ReplyDraft["reply"]) =>
  ![text, html, cc, bcc, to ?? ""].some((part) => part.trim()) &&
  files.length === 0 &&
  Object.keys(more).length === 0

const isNoteEmpty = ({ body, files, more }: ReplyDraft["note"]) =>
  !body.trim() && files.length === 0 && Object.keys(more).length === 0

export const isEmpty = ({ reply, note }: ReplyDraft): boolean =>
  isReplyEmpty(reply) && isNoteEmpty(note)

/** What the server keeps of a draft; null when there is nothing to keep. */
export function fieldsOf(draft: ReplyDraft): SaveDraft | null {
  if (isEmpty(draft)) {
    return null
  }
  const { reply, note, version } = draft

  return {
    ...(isReplyEmpty(reply) ? {} : replyFields(reply)),
    ...(isNoteEmpty(note) ? {} : { note: noteFields(note) }),
    ...(version === null ? {} : { expected_version: version }),
  }
}

const replyFields = (reply: ReplyDraft["reply"]): SaveDraft => ({
  body_text: reply.text,
  ...(reply.format === "rich" ? { body_html: reply.html } : {}),
  ...(reply.to === null ? {} : { to: addressesOf(reply.to) }),
  cc: addressesOf(reply.cc),
  bcc: addressesOf(reply.bcc),
  attachment_ids: reply.files.map(({ id }) => id),
  ...(reply.signatureId === undefined ? {} : { signature_id: reply.signatureId }),
  ...(reply.statusAfter === null ? {} : { status_after: reply.statusAfter }),
  ...reply.more,
})

const noteFields = (note: ReplyDraft["note"]): NonNullable<SaveDraft["note"]> => ({
  body_text: note.body,
  source: note.source,
  duration_seconds: note.durationSeconds,
  attachment_ids: note.files.map(({ id }) => id),
  signature_id: note.signatureId,
  ...note.more,
  ...(note.statusAfter === null ? {} : { status_after: note.statusAfter }),
})

/** A draft as an earlier visit left it, on this device or another. */
export function draftOf(saved: Draft | null, format: Format): ReplyDraft {
  const empty = emptyDraft(format)

  if (!saved) {
    return empty
  }
  const { note } = saved
  const filesOf = (ids: string[] | undefined) =>
    saved.attachments.filter(({ id }) => ids?.includes(id))
  const hasReply = saved.body_text !== undefined
  const { follow_up, keep_in_my_tickets, send_at, order_id, skip_rating } = saved

  return {
    mode: note && !hasReply ? "note" : "reply",
    reply: hasReply
      ? {
          format: saved.body_html === undefined ? "plain" : "rich",
          html: saved.body_html ?? "",
          text: saved.body_text ?? "",
          to: saved.to ? lineOf(saved.to) : null,
          cc: lineOf(saved.cc),
          bcc: lineOf(saved.bcc),
          statusAfter: saved.status_after ?? null,
          files: filesOf(saved.attachment_ids),
          signatureId: saved.signature_id,
          more: withoutUndefined({
            follow_up,
            keep_in_my_tickets,
            send_at,
            order_id,
            skip_rating,
          }),
        }
      : empty.reply,
    note: note
      ? {
          body: note.body_text ?? "",
          source: note.source ?? "other",
          statusAfter: note.status_after ?? null,
          files: filesOf(note.attachment_ids),
          signatureId: note.signature_id ?? null,
          durationSeconds: note.duration_seconds ?? null,
          more: withoutUndefined({
            follow_up: note.follow_up,
            notify: note.notify,
            private: note.private,
            skip_rating: note.skip_rating,
          }),
        }
      : empty.note,
    version: saved.expected_version ?? null,
  }
}

/** The reply as it is sent. Of a formatted one the server makes the text beside it. */
export function replyBody(
  reply: ReplyDraft["reply"],
  { status, version }: { status: string; version: number }
): CreateReply {
  const lists = {
    to: addressesOf(reply.to ?? ""),
    cc: addressesOf(reply.cc),
    bcc: addressesOf(reply.bcc),
    attachment_ids: reply.files.map(({ id }) => id),
  }
  return {
    ...(reply.format === "rich" ? { body_html: reply.html } : { body_text: reply.text }),
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length)),
    ...(reply.signatureId === undefined ? {} : { signature_id: reply.signatureId }),
    ...reply.more,
    status_after: status,
    expected_version: version,
  }
}

export const lineOf = (addresses: string[] | undefined): string =>
  (addresses ?? []).join(", ")

function withoutUndefined<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined)
  ) as Fields
}

/** The version to answer to: fixed by the first thing that is written, free again when all is gone. */
export const versioned = (draft: ReplyDraft, ticketVersion: number): ReplyDraft => ({
  ...draft,
  version: isEmpty(draft) ? null : (draft.version ?? ticketVersion),
})

/** Each message knows the version it raised; one that waits for its time has raised none. */
export const messagesSince = <Message extends { version: number | null }>(
  messages: Message[],
  readVersion: number | null
): Message[] =>
  readVersion === null
    ? []
    : messages.filter(({ version }) => version !== null && version > readVersion)
