import { validateAndTransformBody, type MiddlewareRoute } from "@medusajs/framework/http"
import { CreateForm, UpdateForm } from "./contract"

export const formMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/crm/forms",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(CreateForm)],
  },
  {
    matcher: "/admin/crm/forms/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UpdateForm)],
  },
]
