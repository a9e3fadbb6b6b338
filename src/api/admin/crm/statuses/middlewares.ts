import { validateAndTransformBody, type MiddlewareRoute } from "@medusajs/framework/http"
import { CreateStatus, UpdateStatus } from "./contract"

export const statusMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/crm/statuses",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(CreateStatus)],
  },
  {
    matcher: "/admin/crm/statuses/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UpdateStatus)],
  },
]
