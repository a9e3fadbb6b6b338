import { validateAndTransformBody, type MiddlewareRoute } from "@medusajs/framework/http"
import { CreateClassification, UpdateClassification } from "./contract"

export const classificationMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/crm/classifications",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(CreateClassification)],
  },
  {
    matcher: "/admin/crm/classifications/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UpdateClassification)],
  },
]
