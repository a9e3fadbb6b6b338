import { validateAndTransformBody, type MiddlewareRoute } from "@medusajs/framework/http"
import { CreateCustomField, UpdateCustomField } from "./contract"

export const customFieldMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/crm/custom-fields",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(CreateCustomField)],
  },
  {
    matcher: "/admin/crm/custom-fields/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UpdateCustomField)],
  },
]
