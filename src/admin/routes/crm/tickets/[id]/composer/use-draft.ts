import { useState } from "react"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import {
  EMPTY_DRAFT,
  isEmpty,
  readDraft,
  versioned,
  type ReplyDraft,
} from "../../../../../lib/reply-draft"

const keyOf = (ticketId: string) => `crm-desk:draft:${ticketId}`

/** What is being written, kept in this tab until it is sent: no error and no reload loses it. */
export function useDraft(ticket: Ticket) {
  const [draft, setDraft] = useState(() =>
    readDraft(sessionStorage.getItem(keyOf(ticket.id)))
  )

  // A function, because an upload ends long after the render that began it.
  const change = (next: (draft: ReplyDraft) => ReplyDraft) =>
    setDraft((before) => keep(ticket.id, versioned(next(before), ticket.version)))

  return {
    draft,
    setMode: (mode: ReplyDraft["mode"]) => change((before) => ({ ...before, mode })),
    setReply: (patch: Change<ReplyDraft["reply"]>) =>
      change((before) => ({ ...before, reply: patched(before.reply, patch) })),
    setNote: (patch: Change<ReplyDraft["note"]>) =>
      change((before) => ({ ...before, note: patched(before.note, patch) })),
    /** What has been written answers to this version from now on. */
    setVersion: (version: number) =>
      setDraft((before) =>
        keep(ticket.id, { ...before, version: isEmpty(before) ? null : version })
      ),
    /** Sent: what was sent is gone, the other half stays and answers to the new version. */
    clear: (mode: ReplyDraft["mode"], version: number) =>
      setDraft((before) => {
        const after = { ...before, [mode]: EMPTY_DRAFT[mode] }
        return keep(ticket.id, { ...after, version: isEmpty(after) ? null : version })
      }),
  }
}

export type Change<Part> = Partial<Part> | ((part: Part) => Partial<Part>)

const patched = <Part>(part: Part, change: Change<Part>): Part => ({
  ...part,
  ...(typeof change === "function" ? change(part) : change),
})

function keep(ticketId: string, draft: ReplyDraft): ReplyDraft {
  try {
    if (isEmpty(draft)) {
      sessionStorage.removeItem(keyOf(ticketId))
    } else {
      sessionStorage.setItem(keyOf(ticketId), JSON.stringify(draft))
    }
  } catch {
    // A full or forbidden storage costs the safety net, not the text on the page.
  }
  return draft
}
