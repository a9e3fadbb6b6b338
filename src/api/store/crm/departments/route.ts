import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"

export type StoreDepartmentsResponse = { departments: { id: string; name: string }[] }

/** Those that shoppers may choose from, by the names that are meant for them (D-06, V-13). */
export const GET = async (
  req: MedusaRequest,
  res: MedusaResponse<StoreDepartmentsResponse>
) => {
  const departments = await req.scope
    .resolve(HELPDESK_MODULE)
    .listCrmDepartments(
      { visible_in_store: true },
      { take: null, order: { position: "ASC", public_name: "ASC" } }
    )
  res.json({
    departments: departments.map(({ id, public_name: name }) => ({ id, name })),
  })
}
