import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { createCustomerNoteWorkflow } from "../../../../workflows/customers/customer-notes"
import { actorOf } from "../actor"
import type { CreateCustomerNote, CustomerNoteResponse } from "./contract"
import { presentNote } from "./present"

/** Notes are read with the person: GET `/people`. */
export const POST = async (
  req: AuthenticatedMedusaRequest<CreateCustomerNote>,
  res: MedusaResponse<CustomerNoteResponse>
) => {
  const { customer_id = null, email = null, body_text } = req.validatedBody
  const actor = actorOf(req)
  const {
    result: { id, undo },
  } = await createCustomerNoteWorkflow(req.scope).run({
    input: { note: { customer_id, email, body_text, author_id: actor.id }, actor },
  })
  res.json({ customer_note: await presentNote(req.scope, id), undo })
}
