import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { mayBeTold } from "../../../../../../modules/helpdesk/domain/order-proof"
import { Choice } from "../../../../../components/choice"

type OrderChoiceProps = {
  ticket: Ticket
  /** Undefined: the one that was linked last. */
  value: string | undefined
  onChange: (orderId: string) => void
}

/** Which of several orders the variables of a reply speak of. Nothing to choose with one. */
export const OrderChoice = ({ ticket, value, onChange }: OrderChoiceProps) => {
  const { t } = useTranslation("crmDesk")
  const orders = ticket.orders.filter(({ proof }) => mayBeTold(proof))

  return orders.length > 1 ? (
    <div className="flex flex-wrap items-center gap-2">
      <Text size="small" className="text-ui-fg-subtle">
        {t("orderChoice.label")}
      </Text>
      <div className="w-36">
        <Choice
          size="small"
          aria-label={t("orderChoice.label")}
          value={value ?? orders[0].order_id}
          onChange={onChange}
          options={orders.map(({ order_id, display_id }) => ({
            value: order_id,
            label: `#${display_id}`,
          }))}
        />
      </div>
    </div>
  ) : null
}
