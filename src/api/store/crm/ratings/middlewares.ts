import { validateAndTransformBody, type MiddlewareRoute } from "@medusajs/framework/http"
import { AnswerRating } from "./contract"

export const ratingMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/crm/ratings/:token",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AnswerRating)],
  },
  {
    matcher: "/store/crm/tickets/:id/rating",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AnswerRating)],
  },
]
