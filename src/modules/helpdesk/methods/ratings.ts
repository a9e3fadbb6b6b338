import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { inTransaction, reading } from "../../../sql"
import {
  answerRating,
  askForRatings,
  questionOf,
  ratingById,
  ratingOfTicket,
  ratingsDue,
  withdrawAnswer,
  type RatedTicket,
  type Rating,
  type RatingAnswer,
  type RatingQuestion,
} from "../records/ratings"
import { ratingSummary } from "../reports/ratings"
import { StorefrontMethods } from "./storefront"
import type { Db } from "./tables"

/** How it was, asked and answered. */
export class RatingMethods extends StorefrontMethods {
  @InjectManager()
  async ratingsDue(limit: number, @MedusaContext() context: Db = {}) {
    return ratingsDue(reading(context), limit)
  }

  @InjectTransactionManager()
  async askForRatings(
    questions: RatingQuestion[],
    @MedusaContext() context: Db = {}
  ): Promise<number> {
    return askForRatings(inTransaction(context), questions)
  }

  @InjectManager()
  async ratingById(id: string, @MedusaContext() context: Db = {}) {
    return ratingById(reading(context), id)
  }

  @InjectTransactionManager()
  async ratingOfTicket(ticketId: string, @MedusaContext() context: Db = {}) {
    return ratingOfTicket(inTransaction(context), ticketId)
  }

  @InjectTransactionManager()
  async answerRating(
    rating: Pick<Rating, "id" | "ticket_id" | "scale">,
    answer: RatingAnswer,
    @MedusaContext() context: Db = {}
  ) {
    return answerRating(inTransaction(context), rating, answer)
  }

  @InjectTransactionManager()
  async withdrawAnswer(rated: RatedTicket, @MedusaContext() context: Db = {}) {
    await withdrawAnswer(inTransaction(context), rated)
  }

  /** What a shopper may rate on the page of her request; null for nothing. */
  @InjectManager()
  async questionOf(ticketId: string, @MedusaContext() context: Db = {}) {
    return questionOf(reading(context), ticketId)
  }

  @InjectManager()
  async ratingSummary(@MedusaContext() context: Db = {}) {
    return ratingSummary(reading(context))
  }
}
