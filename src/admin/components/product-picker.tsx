import { Combobox } from "@medusajs/dashboard/components"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { productSearch } from "../queries/ticket-products"

type ProductPickerProps = {
  onPick: (productId: string) => void
  "aria-label": string
}

export const ProductPicker = ({ onPick, ...control }: ProductPickerProps) => {
  const { t } = useTranslation("crmDesk")
  const [q, setQ] = useState("")
  const { data } = useQuery(productSearch(q))

  return (
    <Combobox
      {...control}
      value=""
      onChange={(id) => id && onPick(id)}
      searchValue={q}
      onSearchValueChange={setQ}
      options={(data?.products ?? []).map(({ id, title }) => ({
        value: id,
        label: title,
      }))}
      placeholder={t("products.search")}
      noResultsPlaceholder={
        <div className="txt-small text-ui-fg-muted px-2 py-1.5">
          {t("products.noneFound")}
        </div>
      }
    />
  )
}
