import { useCallback, useState } from "react"
import type { Rating } from "../../client/types"
import { statusOf } from "../failure-text"
import { FocusedHeading } from "../focused-heading"
import { Failure, Loading } from "../loading"
import { useSupport } from "../support-provider"
import { useLoaded } from "../use-loaded"
import { RatingForm } from "./rating-form"

/** Where the link of a mail leads: opening it says nothing, sending the form does. */
export function RatingPage({ token }: { token: string }) {
  const { client, locale, text } = useSupport()
  const { data, error, reload } = useLoaded(
    useCallback(() => client.ratings.retrieve(token, locale), [client, locale, token])
  )
  if (statusOf(error) === 404 || statusOf(error) === 401) {
    return <p className="crm-empty">{text("rating_gone")}</p>
  }
  if (error) return <Failure error={error} onRetry={reload} />
  return data ? <Question rating={data} token={token} /> : <Loading />
}

function Question({ rating, token }: { rating: Rating; token: string }) {
  const { client, locale, text } = useSupport()
  const [given, setGiven] = useState<Rating | null>(null)

  if (given) {
    return (
      <section className="crm-sent">
        <FocusedHeading>{text("rating_thanks")}</FocusedHeading>
        <button type="button" className="crm-button" onClick={() => setGiven(null)}>
          {text("rating_change")}
        </button>
      </section>
    )
  }
  return (
    <section className="crm-rating-page">
      <p className="crm-facts">
        {text("requests_number", { number: rating.ticket_number })}
      </p>
      <RatingForm
        {...rating}
        onRate={async (answer) =>
          setGiven(await client.ratings.give(token, answer, locale))
        }
      />
    </section>
  )
}
