import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import { saveSignatureWorkflow } from "../../../../workflows/desk-settings/signatures"
import { actorOf } from "../actor"
import { writtenText } from "../written-text"
import type {
  CreateSignature,
  ListSignatures,
  SignatureResponse,
  SignaturesResponse,
} from "./contract"
import { presentSignature, presentSignatures } from "./present"

/** Everybody's, or one agent's, by title. */
export const GET = async (
  req: AuthenticatedMedusaRequest<undefined, ListSignatures>,
  res: MedusaResponse<SignaturesResponse>
) => {
  const { user_id, limit, offset } = req.validatedQuery as ListSignatures
  const signatures = await req.scope.resolve(HELPDESK_MODULE).signatures({
    user_id: user_id === "me" ? (actorOf(req).id ?? "") : user_id,
  })
  res.json({
    signatures: await presentSignatures(
      req.scope,
      signatures.slice(offset, offset + limit)
    ),
    count: signatures.length,
    offset,
    limit,
  })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<CreateSignature>,
  res: MedusaResponse<SignatureResponse>
) => {
  const { body_text, body_html, ...data } = req.validatedBody
  const user_id = data.user_id ?? actorOf(req).id

  if (!user_id) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "Say whose signature it is: user_id. An API key has none of its own"
    )
  }
  const { result: id } = await saveSignatureWorkflow(req.scope).run({
    input: {
      id: null,
      data: { ...data, ...writtenText({ body_text, body_html }), user_id },
    },
  })
  res.json({ signature: await presentSignature(req.scope, id) })
}
