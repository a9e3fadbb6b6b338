import { useTranslation } from "react-i18next"
import type { OrderSummary } from "../../api/admin/crm/tickets/contract"

/** An order's states in the dashboard's own words. */
export function useOrderState() {
  const { i18n } = useTranslation()
  const translated = (area: string, state: string) =>
    i18n.t(`orders.${area}.status.${camelCase(state)}`, {
      ns: "translation",
      defaultValue: state.replaceAll("_", " "),
    })

  return ({ status, payment_status, fulfillment_status }: OrderSummary): string =>
    status === "canceled"
      ? translated("payment", status)
      : [
          payment_status && translated("payment", payment_status),
          fulfillment_status && translated("fulfillment", fulfillment_status),
        ]
          .filter(Boolean)
          .join(" · ") || status
}

const camelCase = (state: string) =>
  state.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
