import type { Ticket } from "../../client/types"
import { useSupport } from "../support-provider"
import { RatingForm } from "./rating-form"

/** Below a closed request: how it was, or what was said about it. */
export function RateTicket({
  ticket,
  onRated,
}: {
  ticket: Ticket
  onRated(news: string): void
}) {
  const { client, text } = useSupport()
  const { rating, rating_question } = ticket

  if (rating) {
    const label = rating_question?.scale.find(
      ({ value }) => value === rating.value
    )?.label
    return (
      <p className="crm-rated">
        {text("rating_given", { value: label ?? rating.value })}
      </p>
    )
  }
  if (!rating_question) return null
  return (
    <RatingForm
      {...rating_question}
      value={null}
      comment={null}
      onRate={async (answer) => {
        await client.tickets.rate(ticket.id, answer)
        onRated(text("rating_thanks"))
      }}
    />
  )
}
