import { Combobox } from "@medusajs/dashboard/components"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { customerName, customerQueries } from "../queries/customers"
import type { FieldControl } from "./field"

export type PickedCustomer = { id: string; name: string; email: string }

type CustomerPickerProps = Partial<FieldControl> & {
  value: PickedCustomer | null
  onChange: (customer: PickedCustomer | null) => void
  "aria-label"?: string
}

/** A registered or former customer, by name or address (V-79). */
export const CustomerPicker = ({ value, onChange, ...control }: CustomerPickerProps) => {
  const { t } = useTranslation("crmDesk")
  const [q, setQ] = useState("")
  const { data } = useQuery(customerQueries.search(q))
  const found = (data?.customers ?? []).map((customer) => ({
    id: customer.id,
    name: customerName(customer),
    email: customer.email,
  }))
  const offered =
    value && !found.some(({ id }) => id === value.id) ? [value, ...found] : found

  return (
    <Combobox
      {...control}
      value={value?.id ?? ""}
      onChange={(id) => onChange(offered.find((customer) => customer.id === id) ?? null)}
      searchValue={q}
      onSearchValueChange={setQ}
      options={offered.map((customer) => ({
        value: customer.id,
        label: labelOf(customer),
      }))}
      allowClear
      placeholder={t("customer.search")}
      noResultsPlaceholder={
        <div className="txt-small text-ui-fg-muted px-2 py-1.5">
          {t("customer.noneFound")}
        </div>
      }
    />
  )
}

const labelOf = ({ name, email }: PickedCustomer) => (name ? `${name} · ${email}` : email)
