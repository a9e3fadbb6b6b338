import { useEffect, useRef } from "react"
import type { DraftAnswer } from "../../../../../../api/admin/crm/tickets/contract"
import { onReturnedDraft } from "../../../../../lib/returned-draft"

/** Hands the composer the text of a reply that was taken back. */
export function useReturnedDraft(
  ticketId: string,
  take: (draft: DraftAnswer) => void
): void {
  const latest = useRef(take)
  latest.current = take

  useEffect(() => onReturnedDraft(ticketId, (draft) => latest.current(draft)), [ticketId])
}
