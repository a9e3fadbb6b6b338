import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { HELPDESK_MODULE } from "../../../../../../modules/helpdesk"
import { DRAFT_MOVED } from "../../../../../../modules/helpdesk/records/drafts"
import {
  discardDraftWorkflow,
  saveDraftWorkflow,
} from "../../../../../../workflows/drafts/save-draft"
import { actorOf } from "../../../actor"
import type {
  DraftDeleted,
  DraftMovedResponse,
  DraftResponse,
  SaveDraft,
} from "./contract"
import { presentDraft } from "./present"

/** Also of a ticket that was merged or deleted meanwhile: what was written is not lost with it. */
export const GET = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<DraftResponse>
) => {
  const { id } = req.params
  const user_id = authorOf(req)

  await req.scope.resolve(HELPDESK_MODULE).ticketFacts(id)
  res.json({ draft: await presentDraft(req.scope, id, user_id) })
}

export const POST = async (
  req: AuthenticatedMedusaRequest<SaveDraft>,
  res: MedusaResponse<DraftResponse | DraftMovedResponse>
) => {
  const { id } = req.params
  const user_id = authorOf(req)
  const { revision, ...fields } = req.validatedBody

  try {
    await saveDraftWorkflow(req.scope).run({
      input: { ticket_id: id, user_id, fields, revision },
    })
    res.json({ draft: await presentDraft(req.scope, id, user_id) })
  } catch (error) {
    if ((error as { code?: string }).code !== DRAFT_MOVED) {
      throw error
    }
    // Medusa would replace the text of a 409 by one of its own.
    res.status(409).json({
      type: DRAFT_MOVED,
      message: (error as Error).message,
      draft: await presentDraft(req.scope, id, user_id),
    })
  }
}

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<DraftDeleted>
) => {
  const { id } = req.params

  await discardDraftWorkflow(req.scope).run({
    input: { ticket_id: id, user_id: authorOf(req) },
  })
  res.json({ id, object: "draft", deleted: true })
}

function authorOf(req: AuthenticatedMedusaRequest): string {
  const { id } = actorOf(req)

  if (!id) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      "Only an agent who is logged in has drafts: an API key writes nothing in between"
    )
  }
  return id
}
