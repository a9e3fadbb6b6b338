import { validateAndTransformBody, type MiddlewareRoute } from "@medusajs/framework/http"
import { SaveMailTemplate } from "./contract"

const takes = (path: string): MiddlewareRoute => ({
  matcher: `/admin/crm/mail-templates/:key${path}`,
  methods: ["POST"],
  bodyParser: { sizeLimit: "1mb" },
  middlewares: [validateAndTransformBody(SaveMailTemplate)],
})

export const mailTemplateMiddlewares: MiddlewareRoute[] = [takes(""), takes("/preview")]
