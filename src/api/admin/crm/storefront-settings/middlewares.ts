import { validateAndTransformBody, type MiddlewareRoute } from "@medusajs/framework/http"
import { UpdateStorefrontSettings } from "./contract"

export const storefrontSettingsMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/crm/storefront-settings",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UpdateStorefrontSettings)],
  },
]
