import { validateAndTransformBody, type MiddlewareRoute } from "@medusajs/framework/http"
import { CreateTeam, UpdateTeam } from "./contract"

export const teamMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/crm/teams",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(CreateTeam)],
  },
  {
    matcher: "/admin/crm/teams/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UpdateTeam)],
  },
]
