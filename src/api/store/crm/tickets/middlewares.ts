import {
  validateAndTransformBody,
  validateAndTransformQuery,
  type MiddlewareRoute,
} from "@medusajs/framework/http"
import { limited } from "../limited"
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
    middlewares: [limited("message"), validateAndTransformBody(OpenRequest)],
  },
  {
    matcher: "/store/crm/tickets/:id/replies",
    methods: ["POST"],
    middlewares: [limited("message"), validateAndTransformBody(ReplyToRequest)],
  },
  ...["close", "reopen"].map((action) => ({
    matcher: `/store/crm/tickets/:id/${action}`,
    methods: ["POST" as const],
    middlewares: [validateAndTransformBody(Nothing)],
  })),
]
