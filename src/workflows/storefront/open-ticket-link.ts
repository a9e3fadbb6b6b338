import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import { isGenuine, readAccess } from "../../modules/helpdesk/domain/access-token"
import { proveAddressOf } from "./prove-address"

export const openTicketLinkWorkflowId = "crm-open-ticket-link"

export type OpenTicketLinkInput = {
  token: string
  /** Who is logged in, if anybody is. */
  customer_id: string | null
}

/** An address once proven stays so: nothing to undo. */
const openTicketLinkStep = createStep(
  { name: "open-ticket-link", noCompensation: true },
  async ({ token, customer_id }: OpenTicketLinkInput, { container }) => {
    const helpdesk = container.resolve(HELPDESK_MODULE)
    const claim = readAccess(token, "ticket_link", new Date())
    const ticket = claim && (await helpdesk.linkedTicket(claim.record_id))

    if (!ticket || !isGenuine(claim, ticket.email, await helpdesk.accessKey())) {
      return new StepResponse(null)
    }
    await proveAddressOf(container, customer_id, ticket.email, "ticket_link")

    return new StepResponse(ticket)
  }
)

/** Follows a link of one of our mails. @returns the ticket it opens, or null for whatever is not right */
export const openTicketLinkWorkflow = createWorkflow(
  openTicketLinkWorkflowId,
  function (input: WorkflowData<OpenTicketLinkInput>) {
    return new WorkflowResponse(openTicketLinkStep(input))
  }
)
