import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import { createDepartmentWorkflow } from "../../../../workflows/desk-settings/departments"
import type {
  CreateDepartment,
  DepartmentResponse,
  DepartmentsResponse,
} from "./contract"
import { presentDepartment } from "./present"

/** All of them: there are forty at most, and every screen needs them all. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<DepartmentsResponse>
) => {
  const helpdesk = req.scope.resolve(HELPDESK_MODULE)
  const [departments, counts] = await Promise.all([
    helpdesk.listCrmDepartments(
      {},
      { take: null, order: { position: "ASC", private_name: "ASC" } }
    ),
    helpdesk.departmentCounts(),
  ])
  res.json({
    departments: departments.map((department) =>
      presentDepartment(department, counts.get(department.id))
    ),
    count: departments.length,
    offset: 0,
    limit: departments.length,
  })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<CreateDepartment>,
  res: MedusaResponse<DepartmentResponse>
) => {
  const { result: id } = await createDepartmentWorkflow(req.scope).run({
    input: req.validatedBody,
  })
  const department = await req.scope.resolve(HELPDESK_MODULE).retrieveCrmDepartment(id)

  res.json({ department: presentDepartment(department, undefined) })
}
