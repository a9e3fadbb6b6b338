import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import { saveClassificationWorkflow } from "../../../../workflows/desk-settings/classifications"
import type {
  ClassificationResponse,
  ClassificationsResponse,
  CreateClassification,
} from "./contract"
import { presentClassification } from "./present"

/** All of them, for the menus that offer them. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<ClassificationsResponse>
) => {
  const classifications = await req.scope
    .resolve(HELPDESK_MODULE)
    .listCrmClassifications(
      {},
      { take: null, relations: ["departments"], order: { name: "ASC" } }
    )

  res.json({
    classifications: classifications.map(presentClassification),
    count: classifications.length,
    offset: 0,
    limit: classifications.length,
  })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<CreateClassification>,
  res: MedusaResponse<ClassificationResponse>
) => {
  const { result: id } = await saveClassificationWorkflow(req.scope).run({
    input: { id: null, ...req.validatedBody },
  })
  const classification = await req.scope
    .resolve(HELPDESK_MODULE)
    .retrieveCrmClassification(id, { relations: ["departments"] })

  res.json({ classification: presentClassification(classification) })
}
