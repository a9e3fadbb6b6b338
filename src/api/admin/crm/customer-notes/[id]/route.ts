import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  deleteCustomerNoteWorkflow,
  updateCustomerNoteWorkflow,
} from "../../../../../workflows/customers/customer-notes"
import { actorOf } from "../../actor"
import type {
  CustomerNoteDeleted,
  CustomerNoteResponse,
  UpdateCustomerNote,
} from "../contract"
import { presentNote } from "../present"

export const POST = async (
  req: AuthenticatedMedusaRequest<UpdateCustomerNote>,
  res: MedusaResponse<CustomerNoteResponse>
) => {
  const { id } = req.params

  const { result } = await updateCustomerNoteWorkflow(req.scope).run({
    input: { id, body_text: req.validatedBody.body_text, actor: actorOf(req) },
  })
  res.json({ customer_note: await presentNote(req.scope, id), undo: result.undo })
}

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<CustomerNoteDeleted>
) => {
  const { id } = req.params

  const { result } = await deleteCustomerNoteWorkflow(req.scope).run({
    input: { id, actor: actorOf(req) },
  })
  res.json({ id, object: "customer_note", deleted: true, undo: result.undo })
}
