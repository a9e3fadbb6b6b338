import { useCallback } from "react"
import { Link, useParams } from "react-router-dom"
import { OrderSummary } from "medusa-plugin-crm-desk/storefront/react"
import { useLanguage } from "../locale"
import { sdk } from "../medusa"
import { useAsync } from "../use-async"
import { OwnPage } from "./page"

/** One of the shopper's orders, and the way to a question about it. */
export function OrderPage() {
  const { text } = useLanguage()
  const { id = "" } = useParams()
  const order = useAsync(useCallback(() => load(id), [id]))

  return (
    <OwnPage title={order ? `${text("order")} ${order.display_id}` : text("order")}>
      {order && (
        <div className="card">
          <OrderSummary order={order} />
        </div>
      )}
      <p className="people">
        <Link
          className="crm-button crm-button-main"
          to={`/account/requests/new?order=${id}`}
        >
          {text("ask")}
        </Link>
        <Link className="crm-button" to="/account">
          {text("back_to_account")}
        </Link>
      </p>
    </OwnPage>
  )
}

async function load(id: string) {
  const { order } = await sdk.store.order.retrieve(id, {
    fields:
      "id,display_id,status,fulfillment_status,payment_status,currency_code,total,*items,*fulfillments,*fulfillments.labels",
  })
  return {
    display_id: order.display_id ?? 0,
    status: order.status,
    fulfillment_status: order.fulfillment_status,
    payment_status: order.payment_status,
    currency_code: order.currency_code,
    total: order.total,
    items: (order.items ?? []).map(({ title, variant_title, thumbnail, quantity }) => ({
      title,
      variant_title: variant_title ?? null,
      thumbnail: thumbnail ?? null,
      quantity,
    })),
    shipments: [],
  }
}
