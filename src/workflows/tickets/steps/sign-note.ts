import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../../modules/helpdesk"
import { fillPost, hasVariables } from "../../variables/fill-post"
import { variablesOf } from "../../variables/variables-of"
import type { PostToPrepare } from "./prepare-post"

/** The signature an agent chose for a note (V-93). None is applied by itself: nobody reads it but us. */
export const signNoteStep = createStep(
  "sign-note",
  async (
    {
      ticket_id,
      actor,
      signature_id,
    }: Pick<PostToPrepare, "ticket_id" | "actor" | "signature_id">,
    { container }
  ) => {
    if (!signature_id) {
      return new StepResponse({ signature_text: "" })
    }
    const helpdesk = container.resolve(HELPDESK_MODULE)
    const ticket = await helpdesk.ticketFacts(ticket_id)
    const signature = await helpdesk.signatureFor({
      user_id: actor.id,
      department_id: ticket.department.id,
      signature_id,
    })
    const texts = {
      body_text: "",
      body_html: null,
      signature_text: signature?.body_text ?? "",
      signature_html: null,
    }
    const { signature_text } = hasVariables(texts)
      ? fillPost(texts, await variablesOf(container, ticket, actor.id))
      : texts

    return new StepResponse({ signature_text })
  }
)
