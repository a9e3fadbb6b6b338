import { LockClosedSolid } from "@medusajs/icons"
import { Badge, Button, toast } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { useAfterPaint } from "../../../../../components/use-after-paint"
import { useDoneToast } from "../../../../../components/use-undo"
import { messageOf } from "../../../../../lib/server-error"
import { meQuery } from "../../../../../queries/me"
import { useClaim } from "../../../../../queries/teamwork"
import { useReleaseTicket } from "../../../../../queries/tickets"

/** Whose ticket it is. Informs the others and blocks nobody (V-61). */
export const Claim = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useTranslation("crmDesk")
  const { data: me } = useQuery({ ...meQuery, enabled: useAfterPaint() })
  const claim = useClaim(ticket.id)
  const release = useReleaseTicket(ticket.id)
  const done = useDoneToast()
  const { locked_by: owner } = ticket
  const isMine = Boolean(owner && owner.id === me?.user.id)
  const onError = (error: Error) => {
    toast.error(messageOf(error))
  }

  return (
    <>
      {owner && (
        <Badge
          size="small"
          color={isMine ? "blue" : "orange"}
          className="whitespace-nowrap"
        >
          <LockClosedSolid className="me-1" />
          {isMine ? t("ticket.mine") : t("ticket.lockedBy", { name: owner.name })}
        </Badge>
      )}
      {!isMine && (
        <Button
          size="small"
          variant="secondary"
          isLoading={claim.isPending}
          onClick={() =>
            claim.mutate(undefined, {
              onSuccess: ({ previous_holder, undo }) =>
                done(
                  previous_holder
                    ? t("presence.tookOver", { name: previous_holder.name })
                    : t("shortcuts.claimed"),
                  undo
                ),
              onError,
            })
          }
        >
          {t("ticket.claim")}
        </Button>
      )}
      {owner && (
        <Button
          size="small"
          variant="transparent"
          isLoading={release.isPending}
          onClick={() => release.mutate(undefined, { onError })}
        >
          {t("ticket.release")}
        </Button>
      )}
    </>
  )
}
