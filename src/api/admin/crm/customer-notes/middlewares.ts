import { validateAndTransformBody, type MiddlewareRoute } from "@medusajs/framework/http"
import { CreateCustomerNote, UpdateCustomerNote } from "./contract"

export const customerNoteMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/crm/customer-notes",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(CreateCustomerNote)],
  },
  {
    matcher: "/admin/crm/customer-notes/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UpdateCustomerNote)],
  },
]
