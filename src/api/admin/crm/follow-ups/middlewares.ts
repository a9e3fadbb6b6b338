import {
  validateAndTransformBody,
  validateAndTransformQuery,
  type MiddlewareRoute,
} from "@medusajs/framework/http"
import { CreateFollowUp, ListFollowUps, UpdateFollowUp } from "./contract"

export const followUpMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/crm/follow-ups",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListFollowUps, { isList: true })],
  },
  {
    matcher: "/admin/crm/follow-ups/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UpdateFollowUp)],
  },
  {
    matcher: "/admin/crm/tickets/:id/follow-ups",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(CreateFollowUp)],
  },
]
