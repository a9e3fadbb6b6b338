import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { OrderSummary } from "../../../../../../api/admin/crm/tickets/contract"
import { useOrderState } from "../../../../../components/use-order-state"
import { money } from "../../../../../lib/money"
import { calendarDay } from "../../../../../lib/relative-time"

/** An order in two lines: number and total, date and state. */
export const OrderLine = ({ order }: { order: OrderSummary }) => {
  const { i18n } = useTranslation("crmDesk")
  const stateOf = useOrderState()

  return (
    <div className="min-w-0 flex-1">
      <div className="flex items-baseline justify-between gap-x-2">
        <Link
          to={`/orders/${order.id}`}
          className="txt-compact-small-plus text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
        >
          #{order.display_id}
        </Link>
        <Text size="small" className="tabular-nums">
          {money(order.total, order.currency_code, i18n.language)}
        </Text>
      </div>
      <Text size="small" className="text-ui-fg-subtle">
        {calendarDay(order.created_at, i18n.language)} · {stateOf(order)}
      </Text>
    </div>
  )
}
