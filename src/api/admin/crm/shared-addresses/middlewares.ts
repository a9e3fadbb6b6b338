import { validateAndTransformBody, type MiddlewareRoute } from "@medusajs/framework/http"
import { MarkSharedAddress } from "./contract"

export const sharedAddressMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/crm/shared-addresses",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(MarkSharedAddress)],
  },
]
