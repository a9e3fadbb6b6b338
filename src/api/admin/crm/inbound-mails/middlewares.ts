import { validateAndTransformQuery, type MiddlewareRoute } from "@medusajs/framework/http"
import { ListInboundMails } from "./contract"

export const inboundMailMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/crm/inbound-mails",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListInboundMails, { isList: true })],
  },
]
