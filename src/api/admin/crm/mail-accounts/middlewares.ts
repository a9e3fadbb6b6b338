import { validateAndTransformBody, type MiddlewareRoute } from "@medusajs/framework/http"
import {
  CreateMailAccount,
  FinishMailConsent,
  RenewMailConsent,
  StartMailConsent,
  UpdateMailAccount,
} from "./contract"
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
    matcher: "/admin/crm/mail-accounts/oauth/start",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(StartMailConsent)],
  },
  {
    matcher: "/admin/crm/mail-accounts/oauth/finish",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(FinishMailConsent)],
  },
  {
    matcher: "/admin/crm/mail-accounts/:id/oauth/start",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(RenewMailConsent)],
  },
  {
    matcher: "/admin/crm/mail-accounts/:id/test",
    methods: ["POST"],
    middlewares: [testConnection],
  },
]
