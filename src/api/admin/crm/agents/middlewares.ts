import { validateAndTransformBody, type MiddlewareRoute } from "@medusajs/framework/http"
import { CreateAgent, UpdateAgent } from "./contract"

export const agentMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/crm/agents",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(CreateAgent)],
  },
  {
    matcher: "/admin/crm/agents/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UpdateAgent)],
  },
]
