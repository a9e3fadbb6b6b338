import { validateAndTransformQuery, type MiddlewareRoute } from "@medusajs/framework/http"
import { ListSuppressedAddresses } from "./contract"

export const suppressedAddressMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/crm/suppressed-addresses",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListSuppressedAddresses, { isList: true })],
  },
]
