import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { DraftSaver, type DraftState } from "../../../../../lib/draft-saver"
import { preferredFormat } from "../../../../../lib/preferred-format"
import {
  draftOf,
  emptyDraft,
  fieldsOf,
  isEmpty,
  versioned,
  type Format,
  type ReplyDraft,
} from "../../../../../lib/reply-draft"
import { hasStatus } from "../../../../../lib/server-error"
import { discardDraft, draftsQuery, saveDraft } from "../../../../../queries/drafts"
import { ticketQueries } from "../../../../../queries/tickets"

type Fields = NonNullable<ReturnType<typeof fieldsOf>>

/** What is being written, kept on the server: no reload, no other device and no error loses it. */
export function useDraft(ticket: Ticket) {
  const client = useQueryClient()
  const format: Format = ticket.plain_text_only ? "plain" : preferredFormat()
  const [draft, setDraft] = useState(() => draftOf(ticket.draft, format))
  const [state, setState] = useState<DraftState>("saved")
  const now = useRef(draft)
  now.current = draft
  const saver = useSaver(ticket, setState)

  /** A department that is plain text only takes no formatting, also of a draft from before (K-11). */
  const allowed = (written: ReplyDraft): ReplyDraft =>
    ticket.plain_text_only
      ? { ...written, reply: { ...written.reply, format: "plain", html: "" } }
      : written

  // A function, because an upload ends long after the render that began it.
  const change = (next: (draft: ReplyDraft) => ReplyDraft) => {
    now.current = versioned(next(allowed(now.current)), ticket.version)
    setDraft(now.current)
    saver.change(fieldsOf(now.current))
  }
  const adopt = ({ draft: saved }: Pick<Ticket, "draft">) => {
    now.current = draftOf(saved, format)
    setDraft(now.current)
    saver.adopt(saved?.revision ?? 0)
  }

  // Written on another device since this page was loaded, and nothing here waits to be saved.
  const isBehind =
    ticket.draft !== null && ticket.draft.revision > saver.revision && saver.isClean

  useEffect(() => {
    if (isBehind) {
      adopt(ticket)
    }
    // Only when the server knows more: typing must not run this.
  }, [isBehind])

  /** What another page left, when a save was refused for it. */
  const readOther = async () => {
    const { ticket: fresh } = await client.fetchQuery({
      ...ticketQueries.detail(ticket.id),
      staleTime: 0,
    })
    return fresh
  }

  return {
    draft: allowed(draft),
    state,
    setMode: (mode: ReplyDraft["mode"]) => {
      now.current = { ...now.current, mode }
      setDraft(now.current)
    },
    setReply: (patch: Change<ReplyDraft["reply"]>) =>
      change((before) => ({ ...before, reply: patched(before.reply, patch) })),
    setNote: (patch: Change<ReplyDraft["note"]>) =>
      change((before) => ({ ...before, note: patched(before.note, patch) })),
    /** What has been written answers to this version from now on. */
    setVersion: (version: number) =>
      change((before) => ({ ...before, version: isEmpty(before) ? null : version })),
    /** Before sending: no save may arrive after what it became. */
    settle: () => saver.stop(),
    /** The send was refused: the text is a draft again. */
    resume: () => saver.change(fieldsOf(now.current)),
    /** Sent: what was sent is gone, the other half stays and answers to the new version. */
    clear: (mode: ReplyDraft["mode"], answered: Ticket) => {
      saver.adopt(answered.draft?.revision ?? 0)
      now.current = versioned(
        {
          ...now.current,
          [mode]: emptyDraft(now.current.reply.format)[mode],
          version: null,
        },
        answered.version
      )
      setDraft(now.current)
      void client.invalidateQueries({ queryKey: draftsQuery.queryKey, exact: true })
    },
    takeOther: async () => adopt(await readOther()),
    keepMine: async () =>
      saver.overwrite((await readOther()).draft?.revision ?? 0, fieldsOf(now.current)),
  }
}

export type Change<Part> = Partial<Part> | ((part: Part) => Partial<Part>)

const patched = <Part>(part: Part, change: Change<Part>): Part => ({
  ...part,
  ...(typeof change === "function" ? change(part) : change),
})

/** One saver for the page's life; what waits leaves with the page. */
function useSaver(ticket: Ticket, onState: (state: DraftState) => void) {
  const client = useQueryClient()
  const [saver] = useState(() => {
    const { queryKey } = ticketQueries.detail(ticket.id)

    return new DraftSaver<Fields>(
      {
        save: async (fields, revision, isLeaving) => {
          const { draft } = await saveDraft(ticket.id, { ...fields, revision }, isLeaving)
          // What the page is drawn from knows it too, so that coming back shows it at once.
          client.setQueryData(queryKey, (known) =>
            known ? { ticket: { ...known.ticket, draft } } : known
          )
          return draft?.revision ?? 0
        },
        discard: () => discardDraft(ticket.id),
        isMoved: (error) => hasStatus(error, 409),
        onState,
      },
      ticket.draft?.revision ?? 0
    )
  })

  useEffect(() => {
    const leave = () => void saver.flush(true)
    const hide = () => document.visibilityState === "hidden" && leave()

    window.addEventListener("pagehide", leave)
    document.addEventListener("visibilitychange", hide)
    return () => {
      window.removeEventListener("pagehide", leave)
      document.removeEventListener("visibilitychange", hide)
      leave()
    }
  }, [saver])

  return saver
}
