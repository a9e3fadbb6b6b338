import { useNavigate, useSearchParams } from "react-router-dom"
import { NewRequest } from "medusa-plugin-crm-desk/storefront/react"
import { useLanguage } from "../locale"
import { useShopper } from "../shopper"
import { OwnPage } from "./page"

export function NewRequestPage() {
  const { text } = useLanguage()
  const { customer } = useShopper()
  const [query] = useSearchParams()
  const navigate = useNavigate()

  return (
    <OwnPage title={text("new_request")}>
      <div className="card">
        <NewRequest
          orderId={query.get("order") ?? undefined}
          initial={{ phone: customer?.phone ?? "" }}
          onCreated={({ id }) => navigate(`/account/requests/${id}`)}
          onCancel={() => navigate("/account")}
        />
      </div>
    </OwnPage>
  )
}
