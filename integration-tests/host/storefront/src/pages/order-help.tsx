import { OrderHelp } from "medusa-plugin-crm-desk/storefront/react"
import { useLanguage } from "../locale"
import { Page } from "./page"

export function OrderHelpPage() {
  const { text } = useLanguage()
  return (
    <Page title={text("order_help")} lead={text("order_help_lead")}>
      <div className="card">
        <OrderHelp />
      </div>
    </Page>
  )
}
