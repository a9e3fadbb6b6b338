import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { Ticket } from "../../../../../api/admin/crm/tickets/contract"
import { useShortcuts } from "../../../../components/use-shortcuts"
import { useDoneToast } from "../../../../components/use-undo"
import { askForComposer } from "../../../../lib/composer-request"
import { messageOf } from "../../../../lib/server-error"
import { ticketPath, TICKETS_PATH } from "../../../../lib/ticket-links"
import { neighbour, readTrail } from "../../../../lib/ticket-trail"
import { useClaim } from "../../../../queries/teamwork"
import { useUpdateTicket } from "../../../../queries/tickets"
import { MergeDrawer } from "./head/merge-drawer"

/** What keys do on a ticket (E-22). */
export const TicketShortcuts = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useTranslation("crmDesk")
  const navigate = useNavigate()
  const done = useDoneToast()
  const claim = useClaim(ticket.id)
  const update = useUpdateTicket(ticket.id)
  const [isMerging, setIsMerging] = useState(false)
  const trail = readTrail()
  const onError = (error: Error) => {
    toast.error(messageOf(error))
  }
  const goTo = (step: 1 | -1) => {
    const id = neighbour(trail, ticket.id, step)

    if (id) {
      navigate(ticketPath(id))
    } else {
      toast.info(step === 1 ? t("shortcuts.lastOfList") : t("shortcuts.firstOfList"))
    }
  }
  const close = () =>
    update.mutate(
      { status: "closed" },
      { onSuccess: ({ undo }) => done(t("shortcuts.closed"), undo), onError }
    )
  const claimIt = () =>
    claim.mutate(undefined, {
      onSuccess: ({ undo }) => done(t("shortcuts.claimed"), undo),
      onError,
    })
  // A merged ticket is only looked at.
  const working: Record<string, () => void> = ticket.merged_into
    ? {}
    : {
        r: () => askForComposer("reply"),
        n: () => askForComposer("note"),
        a: claimIt,
        e: close,
        m: () => setIsMerging(true),
      }

  useShortcuts({
    ...working,
    j: () => goTo(1),
    k: () => goTo(-1),
    u: () => void navigate(trail.address || TICKETS_PATH),
    "/": () => void navigate(`${trail.address || TICKETS_PATH}#search`),
  })

  return isMerging ? (
    <MergeDrawer ticket={ticket} onClose={() => setIsMerging(false)} />
  ) : null
}
