import type { MedusaRequest } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import { choicesOf, defaultQuestion } from "../../../../modules/helpdesk/domain/rating"
import type { Question, Rating } from "../../../../modules/helpdesk/records/ratings"
import { rateTicketWorkflow } from "../../../../workflows/ratings/rate-ticket"
import type { AnswerRating, StoreRating } from "./contract"

/** @param locale BCP 47, for the built-in words */
export const presentRating = (
  rating: Question,
  locale: string | undefined
): StoreRating => ({
  ticket_number: rating.ticket_number,
  question: rating.question ?? defaultQuestion(locale),
  scale: choicesOf(rating.scale, locale),
  value: rating.value,
  comment: rating.comment,
})

/** A comment that is left out stays as it was: who clicks another face need not write it again. */
export async function answer(
  req: MedusaRequest<AnswerRating>,
  rating: Rating
): Promise<StoreRating> {
  const { value, comment } = req.validatedBody

  await rateTicketWorkflow(req.scope).run({
    input: {
      rating: { id: rating.id, ticket_id: rating.ticket_id, scale: rating.scale },
      answer: {
        value,
        comment: comment === undefined ? rating.comment : comment || null,
      },
    },
  })
  const answered = await req.scope.resolve(HELPDESK_MODULE).ratingById(rating.id)

  return presentRating(answered ?? rating, req.locale)
}
