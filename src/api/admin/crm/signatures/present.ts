import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { agentNames } from "../../../../agents"
import { HELPDESK_MODULE } from "../../../../modules/helpdesk"
import type { SignatureRow } from "../../../../modules/helpdesk/records/signatures"
import type { Signature } from "./contract"

export async function presentSignatures(
  container: MedusaContainer,
  signatures: SignatureRow[]
): Promise<Signature[]> {
  const names = await agentNames(
    container.resolve(ContainerRegistrationKeys.QUERY),
    signatures.map(({ user_id }) => user_id)
  )
  return signatures.map((signature) => ({
    id: signature.id,
    user: { id: signature.user_id, name: names.get(signature.user_id) ?? "?" },
    title: signature.title,
    body_text: signature.body_text,
    body_html: signature.body_html,
    is_default: signature.is_default,
    department_id: signature.department_id,
    created_at: signature.created_at.toISOString(),
    updated_at: signature.updated_at.toISOString(),
  }))
}

/** @throws NOT_FOUND */
export async function presentSignature(
  container: MedusaContainer,
  id: string
): Promise<Signature> {
  const [signature] = await presentSignatures(
    container,
    await container.resolve(HELPDESK_MODULE).signatures({ ids: [id] })
  )
  if (!signature) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Signature ${id} was not found`)
  }
  return signature
}
