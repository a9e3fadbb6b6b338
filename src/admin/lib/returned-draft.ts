import type { DraftAnswer } from "../../api/admin/crm/tickets/contract"

type Listener = (draft: DraftAnswer) => void

const listeners = new Map<string, Listener>()
const waiting = new Map<string, DraftAnswer>()

/** A reply was taken back: its text goes into the ticket's composer, now or when that is opened. */
export function returnDraft(ticketId: string, draft: DraftAnswer): void {
  const listener = listeners.get(ticketId)

  if (listener) {
    listener(draft)
  } else {
    waiting.set(ticketId, draft)
  }
}

/** @returns what ends it */
export function onReturnedDraft(ticketId: string, listener: Listener): () => void {
  const draft = waiting.get(ticketId)

  listeners.set(ticketId, listener)
  if (draft) {
    waiting.delete(ticketId)
    listener(draft)
  }
  return () => {
    listeners.delete(ticketId)
  }
}
