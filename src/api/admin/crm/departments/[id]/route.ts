import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { HELPDESK_MODULE } from "../../../../../modules/helpdesk"
import {
  deleteDepartmentWorkflow,
  updateDepartmentWorkflow,
} from "../../../../../workflows/desk-settings/departments"
import type { DepartmentDeleted, DepartmentResponse, UpdateDepartment } from "../contract"
import { presentDepartment } from "../present"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<DepartmentResponse>
) => {
  res.json(await answer(req.scope, req.params.id))
}

export const POST = async (
  req: AuthenticatedMedusaRequest<UpdateDepartment>,
  res: MedusaResponse<DepartmentResponse>
) => {
  await updateDepartmentWorkflow(req.scope).run({
    input: { id: req.params.id, changes: req.validatedBody },
  })
  res.json(await answer(req.scope, req.params.id))
}

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<DepartmentDeleted>
) => {
  await deleteDepartmentWorkflow(req.scope).run({ input: { id: req.params.id } })

  res.json({ id: req.params.id, object: "department", deleted: true })
}

async function answer(
  container: MedusaContainer,
  id: string
): Promise<DepartmentResponse> {
  const helpdesk = container.resolve(HELPDESK_MODULE)
  const department = await helpdesk.retrieveCrmDepartment(id)
  const counts = await helpdesk.departmentCounts()

  return { department: presentDepartment(department, counts.get(id)) }
}
