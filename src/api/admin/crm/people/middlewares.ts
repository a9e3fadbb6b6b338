import { validateAndTransformQuery, type MiddlewareRoute } from "@medusajs/framework/http"
import { FindPerson } from "./contract"

export const personMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/crm/people",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(FindPerson, {})],
  },
]
