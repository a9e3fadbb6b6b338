import { useNavigate, useParams } from "react-router-dom"
import { TicketThread } from "medusa-plugin-crm-desk/storefront/react"
import { useLanguage } from "../locale"
import { OwnPage } from "./page"

export function RequestPage() {
  const { text } = useLanguage()
  const { id = "" } = useParams()
  const navigate = useNavigate()
  return (
    <OwnPage title={text("your_request")}>
      <TicketThread ticketId={id} onBack={() => navigate("/account")} />
    </OwnPage>
  )
}
