import type { Attachment } from "../../api/admin/crm/attachments/contract"
import type { MoreOfNote, MoreOfReply } from "./more-of-post"
import type { CreateNote } from "../../api/admin/crm/tickets/contract"

export type NoteSource = CreateNote["source"]
export type ReplyDraft = {
  mode: "reply" | "note"
  reply: {
    body: string
    cc: string
    showCc: boolean
    statusAfter: string | null
    files: Attachment[]
    more: MoreOfReply
  }
  note: {
    body: string
    source: NoteSource
    statusAfter: string | null
    files: Attachment[]
    more: MoreOfNote
  }
  /** The ticket's version when the agent began to write: what they have read. */
  version: number | null
}

export const EMPTY_DRAFT: ReplyDraft = {
  mode: "reply",
  reply: { body: "", cc: "", showCc: false, statusAfter: null, files: [], more: {} },
  note: { body: "", source: "other", statusAfter: null, files: [], more: {} },
  version: null,
}

export const isEmpty = ({ reply, note }: ReplyDraft): boolean =>
  ![reply.body, reply.cc, note.body].some((text) => text.trim()) &&
  reply.files.length + note.files.length === 0 &&
  Object.keys({ ...reply.more, ...note.more }).length === 0

/** What an earlier visit left behind. A shape from another release is no reason to fail. */
export function readDraft(stored: string | null): ReplyDraft {
  try {
    const draft = JSON.parse(stored ?? "null") as Partial<ReplyDraft> | null

    return {
      mode: draft?.mode === "note" ? "note" : "reply",
      reply: { ...EMPTY_DRAFT.reply, ...draft?.reply },
      note: { ...EMPTY_DRAFT.note, ...draft?.note },
      version: typeof draft?.version === "number" ? draft.version : null,
    }
  } catch {
    return EMPTY_DRAFT
  }
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
