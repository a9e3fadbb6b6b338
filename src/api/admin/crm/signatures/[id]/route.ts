import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  deleteSignatureWorkflow,
  saveSignatureWorkflow,
} from "../../../../../workflows/desk-settings/signatures"
import { writtenText } from "../../written-text"
import type { SignatureDeleted, SignatureResponse, UpdateSignature } from "../contract"
import { presentSignature } from "../present"

export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<SignatureResponse>
) => {
  res.json({ signature: await presentSignature(req.scope, req.params.id) })
}

/** An agent's own, or another's (V-91): who may enter the admin is trusted with both. */
export const POST = async (
  req: AuthenticatedMedusaRequest<UpdateSignature>,
  res: MedusaResponse<SignatureResponse>
) => {
  const { id } = req.params
  const { body_text, body_html, ...data } = req.validatedBody

  await saveSignatureWorkflow(req.scope).run({
    input: { id, data: { ...data, ...writtenText({ body_text, body_html }) } },
  })
  res.json({ signature: await presentSignature(req.scope, id) })
}

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<SignatureDeleted>
) => {
  const { id } = req.params

  await deleteSignatureWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "signature", deleted: true })
}
