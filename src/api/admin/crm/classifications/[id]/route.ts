import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { HELPDESK_MODULE } from "../../../../../modules/helpdesk"
import {
  deleteClassificationWorkflow,
  saveClassificationWorkflow,
} from "../../../../../workflows/desk-settings/classifications"
import type {
  ClassificationDeleted,
  ClassificationResponse,
  UpdateClassification,
} from "../contract"
import { presentClassification } from "../present"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<ClassificationResponse>
) => {
  res.json(await answer(req.scope, req.params.id))
}

export const POST = async (
  req: AuthenticatedMedusaRequest<UpdateClassification>,
  res: MedusaResponse<ClassificationResponse>
) => {
  await saveClassificationWorkflow(req.scope).run({
    input: { id: req.params.id, ...req.validatedBody },
  })
  res.json(await answer(req.scope, req.params.id))
}

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<ClassificationDeleted>
) => {
  await deleteClassificationWorkflow(req.scope).run({ input: { id: req.params.id } })

  res.json({ id: req.params.id, object: "classification", deleted: true })
}

async function answer(
  container: MedusaContainer,
  id: string
): Promise<ClassificationResponse> {
  const classification = await container
    .resolve(HELPDESK_MODULE)
    .retrieveCrmClassification(id, { relations: ["departments"] })

  return { classification: presentClassification(classification) }
}
