import { validateAndTransformBody, type MiddlewareRoute } from "@medusajs/framework/http"
import { CreateMailAccount, UpdateMailAccount } from "./contract"

export const mailAccountMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/crm/mail-accounts",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(CreateMailAccount)],
  },
  {
    matcher: "/admin/crm/mail-accounts/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UpdateMailAccount)],
  },
]
