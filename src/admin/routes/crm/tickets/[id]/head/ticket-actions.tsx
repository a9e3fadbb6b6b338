import { ArrowUturnLeft, CheckCircle, Pause, Trash } from "@medusajs/icons"
import { ActionMenu } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { useConfirmedDelete } from "../../../../../components/use-confirmed-delete"
import { messageOf } from "../../../../../lib/server-error"
import type { StatusCategory } from "../../../../../lib/statuses"
import { TICKETS_PATH } from "../../../../../lib/ticket-links"
import { useDeleteTicket, useUpdateTicket } from "../../../../../queries/tickets"

/** What can be done to a ticket without a word to the customer. */
export const TicketActions = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useTranslation("crmDesk")
  const navigate = useNavigate()
  const { mutate: update } = useUpdateTicket(ticket.id)
  const { mutateAsync: remove } = useDeleteTicket(ticket.id)
  const confirmDelete = useConfirmedDelete()
  const { category } = ticket.status

  const setStatus = (status: StatusCategory) =>
    update(
      { status },
      {
        onSuccess: () => toast.success(t("ticket.saved")),
        onError: (error) => toast.error(messageOf(error)),
      }
    )
  const deleteTicket = async () => {
    const isGone = await confirmDelete({
      title: t("ticket.deleteTitle", { number: ticket.number }),
      description: t("ticket.deleteDescription"),
      done: t("ticket.deleted", { number: ticket.number }),
      run: () => remove(),
    })
    if (isGone) {
      navigate(TICKETS_PATH)
    }
  }

  return (
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
            { icon: <Trash />, label: t("ticket.delete"), onClick: deleteTicket },
          ],
        },
      ]}
    />
  )
}
