import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../../modules/helpdesk"
import type { Actor } from "../../../modules/helpdesk/types"
import { fillPost, hasVariables, type PostTexts } from "../../variables/fill-post"
import { variablesOf } from "../../variables/variables-of"

export type PostToPrepare = {
  ticket_id: string
  actor: Actor
  body_text: string
  body_html?: string | null
  /** Null: none. Left out: the agent's default. */
  signature_id?: string | null
  order_id?: string
}

/** Gives a post its signature and its variables their values. Only reads. */
export const prepareReplyStep = createStep(
  "prepare-reply",
  async (post: PostToPrepare, { container }) => {
    const helpdesk = container.resolve(HELPDESK_MODULE)
    const ticket = await helpdesk.ticketFacts(post.ticket_id)
    const signature = await helpdesk.signatureFor({
      user_id: post.actor.id,
      department_id: ticket.department.id,
      signature_id: post.signature_id,
    })
    const body_html = post.body_html ?? null
    const texts: PostTexts = {
      body_text: post.body_text,
      body_html,
      signature_text: signature?.body_text ?? "",
      signature_html: body_html === null ? null : (signature?.body_html ?? null),
    }
    if (!hasVariables(texts)) {
      return new StepResponse(texts)
    }
    const variables = await variablesOf(container, ticket, post.actor.id, post.order_id)

    return new StepResponse(fillPost(texts, variables))
  }
)
