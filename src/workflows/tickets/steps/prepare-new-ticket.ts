import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../../modules/helpdesk"
import type { Actor } from "../../../modules/helpdesk/types"
import { assertResolved, hasVariables, type PostTexts } from "../../variables/fill-post"
import { ticketVariables, type Subject } from "../../variables/ticket-variables"

type NewTicket = {
  actor: Actor
  department_id: string
  subject: string
  body_text: string
  body_html?: string | null
  signature_id?: string | null
  notify_customer: boolean
  requester: { email: string; name: string }
  customer: { id: string } | null
  order: {
    order_id: string
    display_id: string
    proof: Subject["orders"][0]["proof"]
  } | null
}

/**
 * Gives a new ticket's first message its signature, and finds out what its variables stand for. The
 * ticket's number is not known before it is there: the transaction that opens it fills them.
 */
export const prepareNewTicketStep = createStep(
  "prepare-new-ticket",
  async (ticket: NewTicket, { container }) => {
    const helpdesk = container.resolve(HELPDESK_MODULE)
    const signature = ticket.notify_customer
      ? await helpdesk.signatureFor({
          user_id: ticket.actor.id,
          department_id: ticket.department_id,
          signature_id: ticket.signature_id,
        })
      : null
    const body_html = ticket.body_html ?? null
    const texts: PostTexts = {
      subject: ticket.subject,
      body_text: ticket.body_text,
      body_html,
      signature_text: signature?.body_text ?? "",
      signature_html: body_html === null ? null : (signature?.body_html ?? null),
    }
    return new StepResponse({
      signature_text: texts.signature_text,
      signature_html: texts.signature_html,
      variables: hasVariables(texts)
        ? await variablesFor(container, ticket, texts)
        : null,
    })
  }
)

async function variablesFor(
  container: MedusaContainer,
  ticket: NewTicket,
  texts: PostTexts
): Promise<Record<string, string | null>> {
  const department = await container
    .resolve(HELPDESK_MODULE)
    .retrieveCrmDepartment(ticket.department_id)
  const resolved = await ticketVariables(container, {
    ticket: {
      number: NOT_YET_NUMBERED,
      subject: ticket.subject,
      status: null,
      opened_at: new Date(),
    },
    department: department.public_name,
    actor_id: ticket.actor.id,
    requester: ticket.requester,
    customer_id: ticket.customer?.id ?? null,
    orders: ticket.order ? [ticket.order] : [],
  })
  assertResolved(texts, resolved)

  return Object.fromEntries(resolved.values)
}

/** Stands for the number until there is one, so that asking for it is no mistake. */
const NOT_YET_NUMBERED = 1
