import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import {
  deleteCustomerNoteWorkflow,
  updateCustomerNoteWorkflow,
} from "../../../../../workflows/customers/customer-notes"
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

  await presentNote(req.scope, id)
  await updateCustomerNoteWorkflow(req.scope).run({
    input: { id, body_text: req.validatedBody.body_text },
  })
  res.json({ customer_note: await presentNote(req.scope, id) })
}

export const DELETE = async (
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<CustomerNoteDeleted>
) => {
  const { id } = req.params

  await presentNote(req.scope, id)
  await deleteCustomerNoteWorkflow(req.scope).run({ input: { id } })
  res.json({ id, object: "customer_note", deleted: true })
}
