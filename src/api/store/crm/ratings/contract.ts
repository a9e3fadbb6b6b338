import { z } from "@medusajs/framework/zod"

export const AnswerRating = z.strictObject({
  value: z.number().int(),
  comment: z.string().trim().max(2000).nullable().optional(),
})
export type AnswerRating = z.infer<typeof AnswerRating>

export type StoreRating = {
  ticket_number: number
  question: string
  /** From the worst to the best, with a middle. */
  scale: { value: number; label: string }[]
  /** Null until it is answered; may be changed as long as the link works. */
  value: number | null
  comment: string | null
}

export type StoreRatingResponse = { rating: StoreRating }
