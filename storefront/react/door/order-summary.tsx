import type { GuestOrder } from "../../client/types"
import { dayOf, moneyOf } from "../formats"
import { useSupport } from "../support-provider"
import { isTextKey, type Translate } from "../texts/translate"

/** What was bought, and where it is. */
export function OrderSummary({ order }: { order: GuestOrder }) {
  const { locale, text } = useSupport()
  return (
    <>
      <dl className="crm-order">
        <State label={text("order_payment")} state={order.payment_status} />
        <State label={text("order_delivery")} state={order.fulfillment_status} />
        <dt>{text("order_total")}</dt>
        <dd>{moneyOf(order.total, order.currency_code, locale)}</dd>
      </dl>
      <ul className="crm-items" role="list" aria-label={text("order_items")}>
        {order.items.map((item, index) => (
          <li key={index} className="crm-item">
            {item.thumbnail && <img src={item.thumbnail} alt="" width="56" height="56" />}
            <span>
              {text("order_item", {
                quantity: item.quantity,
                title: [item.title, item.variant_title].filter(Boolean).join(", "),
              })}
            </span>
          </li>
        ))}
      </ul>
      <Shipments shipments={order.shipments} />
    </>
  )
}

function State({ label, state }: { label: string; state: string | null }) {
  const { text } = useSupport()
  return state ? (
    <>
      <dt>{label}</dt>
      <dd>{stateText(state, text)}</dd>
    </>
  ) : null
}

function Shipments({ shipments }: Pick<GuestOrder, "shipments">) {
  const { locale, text } = useSupport()
  return shipments.map(({ shipped_at, delivered_at, tracking_numbers }, index) => (
    <p key={index} className="crm-shipment">
      {delivered_at
        ? text("order_delivered", { date: dayOf(delivered_at, locale) })
        : shipped_at && text("order_shipped", { date: dayOf(shipped_at, locale) })}
      {tracking_numbers.map(({ number, url }) => (
        <span key={number}>
          {" "}
          {url && isWebAddress(url) ? (
            <a href={url} rel="noreferrer" target="_blank">
              {text("order_track", { number })}
            </a>
          ) : (
            text("order_parcel", { number })
          )}
        </span>
      ))}
    </p>
  ))
}

/** Whatever a carrier's plugin has put there: a link runs no script. */
const isWebAddress = (url: string) => /^https?:\/\//i.test(url)

/** A state that Medusa may add later is shown by its name. */
function stateText(state: string, text: Translate) {
  const key = `order_state_${state}`
  return isTextKey(key) ? text(key) : state.replace(/_/g, " ")
}
