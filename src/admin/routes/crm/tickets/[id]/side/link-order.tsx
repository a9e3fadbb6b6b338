import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { OrderPicker } from "../../../../../components/order-picker"
import { ServerRefusal } from "../../../../../components/server-refusal"
import { useLinkOrder } from "../../../../../queries/tickets"

/** Any order of the shop, found by its number or address. */
export const LinkOrder = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useTranslation("crmDesk")
  const [isSearching, setIsSearching] = useState(false)
  const { mutate, error } = useLinkOrder(ticket.id)

  if (!isSearching) {
    return (
      <Button size="small" variant="secondary" onClick={() => setIsSearching(true)}>
        {t("orders.linkOther")}
      </Button>
    )
  }

  return (
    <div className="flex flex-col gap-y-2">
      <OrderPicker
        aria-label={t("orders.pick")}
        value=""
        onChange={(orderId) =>
          orderId &&
          mutate({ order_id: orderId }, { onSuccess: () => setIsSearching(false) })
        }
      />
      <ServerRefusal error={error} />
      <div>
        <Button size="small" variant="transparent" onClick={() => setIsSearching(false)}>
          {t("general.cancel")}
        </Button>
      </div>
    </div>
  )
}
