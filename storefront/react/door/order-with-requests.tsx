import { useCallback, useEffect } from "react"
import { statusOf } from "../failure-text"
import { FocusedHeading } from "../focused-heading"
import { Failure, Loading } from "../loading"
import { MyRequests } from "../my-requests"
import { useSupport } from "../support-provider"
import { useLoaded } from "../use-loaded"
import { OrderSummary } from "./order-summary"

type Props = {
  onLeave(): void
  /** The access was good for a while only. */
  onEnded(): void
}

export function OrderWithRequests({ onLeave, onEnded }: Props) {
  const { client, text } = useSupport()
  const { data, error, reload } = useLoaded(
    useCallback(() => client.orderAccess.order(), [client])
  )
  const hasEnded = statusOf(error) === 401

  useEffect(() => {
    if (hasEnded) onEnded()
  }, [hasEnded, onEnded])

  if (error) return <Failure error={error} onRetry={reload} />
  if (!data) return <Loading />
  return (
    <section className="crm-order-help">
      <FocusedHeading>{text("order_title", { number: data.display_id })}</FocusedHeading>
      <button type="button" className="crm-link" onClick={onLeave}>
        {text("door_leave")}
      </button>
      <OrderSummary order={data} />
      <MyRequests title={text("order_requests")} />
    </section>
  )
}
