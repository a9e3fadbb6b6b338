import {
  validateAndTransformBody,
  validateAndTransformQuery,
  type MiddlewareRoute,
} from "@medusajs/framework/http"
import { AddPersonAddress } from "./addresses/contract"
import { ErasePerson, FindPerson } from "./contract"

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
  {
    matcher: "/admin/crm/people/export",
    methods: ["GET"],
    middlewares: [validateAndTransformQuery(FindPerson, {})],
  },
  {
    matcher: "/admin/crm/people/erase",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(ErasePerson)],
  },
]
