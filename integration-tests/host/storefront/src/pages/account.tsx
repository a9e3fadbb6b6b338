import { useCallback } from "react"
import { Link } from "react-router-dom"
import { MyRequests } from "medusa-plugin-crm-desk/storefront/react"
import { useLanguage } from "../locale"
import { support } from "../medusa"
import { useShopper } from "../shopper"
import { useAsync } from "../use-async"
import { OwnPage } from "./page"

export function AccountPage() {
  const { text } = useLanguage()
  const { customer } = useShopper()
  return (
    <OwnPage title={`${text("hello")}, ${customer?.first_name ?? ""}`}>
      <MyRequests
        ticketHref={({ id }) => `/account/requests/${id}`}
        newHref="/account/requests/new"
      />
      <Orders />
    </OwnPage>
  )
}

function Orders() {
  const { locale, text } = useLanguage()
  const orders = useAsync(useCallback(() => support.orders.list(), []))

  return (
    <section className="orders">
      <h2>{text("orders")}</h2>
      {orders?.length === 0 && <p>{text("orders_none")}</p>}
      <ul role="list">
        {orders?.map((order) => (
          <li key={order.id} className="crm-ticket">
            <Link to={`/account/orders/${order.id}`}>
              {text("order")} {order.display_id}
            </Link>
            <span>
              {new Intl.DateTimeFormat(locale, { dateStyle: "medium" }).format(
                new Date(order.created_at)
              )}
              {" · "}
              {new Intl.NumberFormat(locale, {
                style: "currency",
                currency: order.currency_code,
              }).format(order.total)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
