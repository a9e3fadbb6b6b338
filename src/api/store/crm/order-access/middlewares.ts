import { validateAndTransformBody, type MiddlewareRoute } from "@medusajs/framework/http"
import { AskForOrder, OpenOrder } from "./contract"

export const orderAccessMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/store/crm/order-access",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AskForOrder)],
  },
  {
    matcher: "/store/crm/order-access/:id/session",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(OpenOrder)],
  },
]
