import {
  validateAndTransformBody,
  validateAndTransformQuery,
  type MiddlewareRoute,
} from "@medusajs/framework/http"
import { ListStoreTickets, Nothing, OpenRequest, ReplyToRequest } from "./contract"

export const storeTicketMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/crm/tickets",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListStoreTickets, { isList: true })],
  },
  {
    matcher: "/store/crm/tickets",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(OpenRequest)],
  },
  {
    matcher: "/store/crm/tickets/:id/replies",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(ReplyToRequest)],
  },
  ...["close", "reopen"].map((action) => ({
    matcher: `/store/crm/tickets/:id/${action}`,
    methods: ["POST" as const],
    middlewares: [validateAndTransformBody(Nothing)],
  })),
]
