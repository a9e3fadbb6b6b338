import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { useAfterPaint } from "../../../../../components/use-after-paint"
import { sendPresence } from "../../../../../queries/teamwork"
import { ticketQueries } from "../../../../../queries/tickets"

const BEAT_MS = 15_000
/** Who has typed within this time is writing. */
const WRITING_MS = 20_000

/**
 * Tells colleagues that the ticket is open here and whether something is written on it, and learns the
 * same of them; and that the thread moved, without waiting for the next look (E-06).
 */
export function usePresence(ticket: Ticket): Ticket["viewers"] {
  const client = useQueryClient()
  const isPainted = useAfterPaint()
  const [viewers, setViewers] = useState(ticket.viewers)
  const known = useRef(ticket.version)
  known.current = ticket.version

  // What the ticket itself says is as fresh as the last beat, or fresher.
  useEffect(() => setViewers(ticket.viewers), [ticket])

  useEffect(() => {
    if (!isPainted) {
      return
    }
    let lastTyped = 0
    let saidWriting = false
    const isWriting = () => Date.now() - lastTyped < WRITING_MS

    const beat = async () => {
      if (document.visibilityState === "hidden") {
        return
      }
      saidWriting = isWriting()
      try {
        const answer = await sendPresence(ticket.id, { writing: saidWriting })

        setViewers(answer.viewers)
        if (answer.version > known.current) {
          await client.invalidateQueries({
            queryKey: ticketQueries.detail(ticket.id).queryKey,
          })
        }
      } catch {
        // Nobody is kept from working because colleagues cannot be seen for a while.
      }
    }
    const leave = () => {
      saidWriting = false
      sendPresence(ticket.id, { leaving: true }).catch(() => undefined)
    }
    const onInput = ({ target }: Event) => {
      if (target instanceof Element && target.closest("[data-testid=composer]")) {
        lastTyped = Date.now()
        if (!saidWriting) {
          void beat()
        }
      }
    }
    const onVisibility = () =>
      document.visibilityState === "hidden" ? leave() : void beat()

    void beat()
    const timer = setInterval(beat, BEAT_MS)
    document.addEventListener("input", onInput)
    document.addEventListener("visibilitychange", onVisibility)
    window.addEventListener("pagehide", leave)

    return () => {
      clearInterval(timer)
      document.removeEventListener("input", onInput)
      document.removeEventListener("visibilitychange", onVisibility)
      window.removeEventListener("pagehide", leave)
      leave()
    }
  }, [client, isPainted, ticket.id])

  return viewers
}
