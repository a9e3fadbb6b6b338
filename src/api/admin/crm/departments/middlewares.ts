import { validateAndTransformBody, type MiddlewareRoute } from "@medusajs/framework/http"
import { CreateDepartment, UpdateDepartment } from "./contract"

export const departmentMiddlewares: MiddlewareRoute[] = [
  {
    matcher: "/admin/crm/departments",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(CreateDepartment)],
  },
  {
    matcher: "/admin/crm/departments/:id",
    methods: ["POST"],
    middlewares: [validateAndTransformBody(UpdateDepartment)],
  },
]
