import { Button, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type {
  OrderSummary,
  Ticket,
} from "../../../../../../api/admin/crm/tickets/contract"
import { messageOf } from "../../../../../lib/server-error"
import { useLinkOrder } from "../../../../../queries/tickets"
import { OrderLine } from "./order-line"

export const LatestOrder = ({
  ticket,
  order,
}: {
  ticket: Ticket
  order: OrderSummary
}) => {
  const { t } = useTranslation("crmDesk")
  const { mutate, isPending } = useLinkOrder(ticket.id)

  return (
    <div className="flex items-center gap-x-3">
      <OrderLine order={order} />
      <Button
        size="small"
        variant="secondary"
        isLoading={isPending}
        aria-label={t("orders.linkNumber", { number: order.display_id })}
        onClick={() =>
          mutate(
            { order_id: order.id },
            { onError: (error) => toast.error(messageOf(error)) }
          )
        }
      >
        {t("orders.link")}
      </Button>
    </div>
  )
}
