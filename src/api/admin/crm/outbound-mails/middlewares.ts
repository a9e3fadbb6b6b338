import {
  validateAndTransformBody,
  validateAndTransformQuery,
  type MiddlewareRoute,
} from "@medusajs/framework/http"
import { HoldOutboundMail, ListOutboundMails, NoBody } from "./contract"

export const outboundMailMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/crm/outbound-mails",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListOutboundMails, { isList: true })],
  },
  ...["retry", "cancel", "release"].map((action): MiddlewareRoute => ({
    matcher: `/admin/crm/outbound-mails/:id/${action}`,
    methods: ["POST"],
    middlewares: [validateAndTransformBody(NoBody)],
  })),
  {
    matcher: "/admin/crm/outbound-mails/:id/hold",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(HoldOutboundMail)],
  },
]
