import { validateAndTransformQuery, type MiddlewareRoute } from "@medusajs/framework/http"
import { DetectMailServers } from "./contract"

export const mailProviderMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/crm/mail-providers/detection",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(DetectMailServers, {})],
  },
]
