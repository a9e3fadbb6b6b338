import type { MiddlewareRoute } from "@medusajs/framework/http"
import { assertEnabled } from "../../admin/crm/assert-enabled"

export const inboundWebhookMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/crm/inbound-mails/:account_id",
    methods: ["POST"],
    // The signature is over the bytes: nothing may parse them first.
    bodyParser: false,
    middlewares: [assertEnabled],
  },
]
