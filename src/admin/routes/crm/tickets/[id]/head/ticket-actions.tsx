import {
  ArrowsReduceDiagonal,
  ArrowUturnLeft,
  CheckCircle,
  Link as LinkIcon,
  Pause,
  Trash,
} from "@medusajs/icons"
import { ActionMenu } from "@medusajs/dashboard/components"
import { toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { useDoneToast } from "../../../../../components/use-undo"
import { messageOf } from "../../../../../lib/server-error"
import type { StatusCategory } from "../../../../../lib/statuses"
import { TICKETS_PATH } from "../../../../../lib/ticket-links"
import { useDeleteTicket, useUpdateTicket } from "../../../../../queries/tickets"
import { LinkTicketDrawer } from "./link-ticket-drawer"
import { MergeDrawer } from "./merge-drawer"

/** What can be done to a ticket without a word to the customer. */
export const TicketActions = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useTranslation("crmDesk")
  const navigate = useNavigate()
  const { mutate: update } = useUpdateTicket(ticket.id)
  const { mutateAsync: remove } = useDeleteTicket(ticket.id)
  const prompt = usePrompt()
  const done = useDoneToast()
  const [drawer, setDrawer] = useState<"merge" | "link" | null>(null)
  const { category } = ticket.status

  const setStatus = (status: StatusCategory) =>
    update(
      { status },
      {
        onSuccess: ({ undo }) => done(t("ticket.saved"), undo),
        onError: (error) => toast.error(messageOf(error)),
      }
    )
  const deleteTicket = async () => {
    const isSure = await prompt({
      title: t("ticket.deleteTitle", { number: ticket.number }),
      description: t("ticket.deleteDescription"),
      confirmText: t("general.delete"),
      cancelText: t("general.cancel"),
      variant: "danger",
    })
    if (!isSure) {
      return
    }
    try {
      const { undo } = await remove()

      done(t("ticket.deleted", { number: ticket.number }), undo)
      navigate(TICKETS_PATH)
    } catch (error) {
      toast.error(messageOf(error))
    }
  }

  // What went into another ticket is worked on there.
  if (ticket.merged_into) {
    return null
  }

  return (
    <>
      <ActionMenu
        groups={[
          {
            actions: [
              category === "closed"
                ? {
                    icon: <ArrowUturnLeft />,
                    label: t("ticket.reopen"),
                    onClick: () => setStatus("open"),
                  }
                : {
                    icon: <CheckCircle />,
                    label: t("ticket.closeSilently"),
                    onClick: () => setStatus("closed"),
                  },
              ...(category === "on_hold"
                ? []
                : [
                    {
                      icon: <Pause />,
                      label: t("ticket.putOnHold"),
                      onClick: () => setStatus("on_hold"),
                    },
                  ]),
            ],
          },
          {
            actions: [
              {
                icon: <ArrowsReduceDiagonal />,
                label: t("merge.action"),
                onClick: () => setDrawer("merge"),
              },
              {
                icon: <LinkIcon />,
                label: t("related.link"),
                onClick: () => setDrawer("link"),
              },
            ],
          },
          {
            actions: [
              { icon: <Trash />, label: t("ticket.delete"), onClick: deleteTicket },
            ],
          },
        ]}
      />
      {drawer === "merge" && (
        <MergeDrawer ticket={ticket} onClose={() => setDrawer(null)} />
      )}
      {drawer === "link" && (
        <LinkTicketDrawer ticket={ticket} onClose={() => setDrawer(null)} />
      )}
    </>
  )
}
