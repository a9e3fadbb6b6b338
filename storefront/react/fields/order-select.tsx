import type { FieldValue } from "../../client/check-answers"
import type { FormField } from "../../client/types"
import { dayOf } from "../formats"
import { useSupport } from "../support-provider"
import { useOwnOrders } from "../use-own-orders"
import { ShortText } from "./field-input"
import type { InputProps } from "./field-frame"

type Props = {
  field: FormField
  input: InputProps
  value: FieldValue | undefined
  onChange(value: FieldValue): void
}

/** A customer picks one of her orders; a guest writes the number of hers. */
export function OrderSelect(props: Props) {
  const { field, input, value, onChange } = props
  const { locale, text } = useSupport()
  const orders = useOwnOrders()

  if (!orders?.length) return <ShortText {...props} />
  return (
    <select
      {...input}
      name={field.key}
      className="crm-input"
      value={typeof value === "string" ? value : ""}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    >
      <option value="">
        {text(field.required ? "form_choose" : "request_order_none")}
      </option>
      {orders.map((order) => (
        <option key={order.id} value={order.id}>
          {text("request_order_choice", {
            number: order.display_id,
            date: dayOf(order.created_at, locale),
          })}
        </option>
      ))}
    </select>
  )
}
