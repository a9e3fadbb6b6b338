import { Button, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { messageOf } from "../../../../../lib/server-error"
import { useUnmergeTicket } from "../../../../../queries/several-tickets"

/** On the page of a merged ticket: takes it out of the survivor again (E-05). */
export const TakeOut = ({
  ticket,
  survivorId,
}: {
  ticket: Ticket
  survivorId: string
}) => {
  const { t } = useTranslation("crmDesk")
  const { mutate, isPending } = useUnmergeTicket(survivorId)

  return (
    <Button
      size="small"
      variant="secondary"
      isLoading={isPending}
      onClick={() =>
        mutate(ticket.id, {
          onSuccess: () => toast.success(t("merge.takenOut", { number: ticket.number })),
          onError: (error) => toast.error(messageOf(error)),
        })
      }
    >
      {t("merge.takeOut")}
    </Button>
  )
}
