import { useParams } from "react-router-dom"
import { TicketLink } from "medusa-plugin-crm-desk/storefront/react"
import { useLanguage } from "../locale"
import { useShopper } from "../shopper"
import { Page } from "./page"

export function TicketLinkPage() {
  const { text } = useLanguage()
  const { customer } = useShopper()
  const { token = "" } = useParams()

  // Who is logged in proves with the link that the address is hers: the login goes along.
  return (
    <Page title={text("your_request")}>
      {customer !== undefined && <TicketLink token={token} />}
    </Page>
  )
}
