import { validateAndTransformQuery, type MiddlewareRoute } from "@medusajs/framework/http"
import { ListOutboundMails } from "./contract"

export const outboundMailMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/crm/outbound-mails",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListOutboundMails, { isList: true })],
  },
]
