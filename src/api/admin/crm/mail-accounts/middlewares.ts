import { validateAndTransformBody, type MiddlewareRoute } from "@medusajs/framework/http"
import { CreateMailAccount, UpdateMailAccount } from "./contract"
import { testConnection } from "./test-connection"

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
  {
    matcher: "/admin/crm/mail-accounts/:id/test",
    methods: ["POST"],
    middlewares: [testConnection],
  },
]
