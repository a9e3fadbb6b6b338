import { Combobox } from "@medusajs/dashboard/components"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { money } from "../lib/money"
import { calendarDay } from "../lib/relative-time"
import { orderSearch } from "../queries/orders"
import type { FieldControl } from "./field"

type OrderPickerProps = Partial<FieldControl> & {
  value: string
  onChange: (orderId: string) => void
  /** Offers this customer's orders only. */
  customerId?: string
  /** The chosen order's number, until the server has named it. */
  knownAs?: string
  "aria-label"?: string
}

export const OrderPicker = ({
  value,
  onChange,
  customerId,
  knownAs,
  ...control
}: OrderPickerProps) => {
  const { t, i18n } = useTranslation("crmDesk")
  const [q, setQ] = useState("")
  const { data } = useQuery(orderSearch(q.replace(/^#/, ""), customerId))
  const options = (data?.orders ?? []).map((order) => ({
    value: order.id,
    label: [
      `#${order.display_id}`,
      calendarDay(String(order.created_at), i18n.language),
      money(order.total, order.currency_code, i18n.language),
      ...(customerId ? [] : [order.email]),
    ].join(" · "),
  }))
  const isOffered = options.some((option) => option.value === value)

  return (
    <Combobox
      {...control}
      value={value}
      onChange={(chosen) => onChange(chosen ?? "")}
      searchValue={q}
      onSearchValueChange={setQ}
      options={
        value && !isOffered
          ? [{ value, label: `#${knownAs ?? value}` }, ...options]
          : options
      }
      allowClear
      placeholder={t("orders.pick")}
      noResultsPlaceholder={
        <div className="txt-small text-ui-fg-muted px-2 py-1.5">
          {t("orders.noneFound")}
        </div>
      }
    />
  )
}
