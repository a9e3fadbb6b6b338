import { useCallback, useEffect, useRef, useState } from "react"
import type { Rating, Ticket } from "../../client/types"
import { Failure } from "../loading"
import { useSupport } from "../support-provider"
import { useLoaded } from "../use-loaded"
import { RatingForm } from "./rating-form"

type Props = {
  ticket: Ticket
  /** @param thanks to be said aloud */
  onRated(thanks: string): void
}

/** Below a request that is closed: how it was, or what was said about it. */
export function RateTicket({ ticket, onRated }: Props) {
  const { client, locale } = useSupport()
  const { can_rate, id } = ticket
  const { data, error, reload, show } = useLoaded(
    useCallback(
      async () => (can_rate ? client.tickets.ratingQuestion(id, locale) : null),
      [client, can_rate, id, locale]
    )
  )
  if (error) return <Failure error={error} onRetry={reload} />
  return data ? (
    <AskedRating rating={data} id={id} onRated={onRated} onGiven={show} />
  ) : null
}

function AskedRating({
  rating,
  id,
  onRated,
  onGiven,
}: {
  rating: Rating
  id: string
  onRated(thanks: string): void
  onGiven(rating: Rating): void
}) {
  const { client, locale, text } = useSupport()
  const [isOpen, setOpen] = useState(rating.value === null)
  const [isNew, setNew] = useState(false)
  const change = useRef<HTMLButtonElement>(null)

  // The form that was sent is gone, and the focus with it.
  useEffect(() => {
    if (isNew && !isOpen) change.current?.focus()
  }, [isNew, isOpen])
  const given = rating.scale.find(({ value }) => value === rating.value)

  if (!isOpen && given) {
    return (
      <div className="crm-rated">
        <p>{text("rating_given", { value: given.label })}</p>
        <button
          type="button"
          className="crm-button"
          ref={change}
          onClick={() => setOpen(true)}
        >
          {text("rating_change")}
        </button>
      </div>
    )
  }
  return (
    <RatingForm
      {...rating}
      onRate={async (answer) => {
        onGiven(await client.tickets.rate(id, answer, locale))
        setOpen(false)
        setNew(true)
        onRated(text("rating_thanks"))
      }}
    />
  )
}
