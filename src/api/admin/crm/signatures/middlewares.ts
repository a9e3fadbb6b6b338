import {
  validateAndTransformBody,
  validateAndTransformQuery,
  type MiddlewareRoute,
} from "@medusajs/framework/http"
import { CreateSignature, ListSignatures, UpdateSignature } from "./contract"

export const signatureMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/crm/signatures",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(ListSignatures, { isList: true })],
  },
  {
    matcher: "/admin/crm/signatures",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(CreateSignature)],
  },
  {
    matcher: "/admin/crm/signatures/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UpdateSignature)],
  },
]
