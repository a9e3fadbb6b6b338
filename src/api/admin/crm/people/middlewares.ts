import {
  validateAndTransformBody,
  validateAndTransformQuery,
  type MiddlewareRoute,
} from "@medusajs/framework/http"
import { AddPersonAddress } from "./addresses/contract"
import { FindPerson } from "./contract"

export const personMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/crm/people",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(FindPerson, {})],
  },
  {
    matcher: "/admin/crm/people/addresses",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(AddPersonAddress)],
  },
]
