import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import { sendNotices } from "./send-notices"

export const notifyNewTicketWorkflowId = "crm-notify-new-ticket"

// A mail that was handed over is meant to leave, and asking again hands over nothing twice.
const notifyNewTicketStep = createStep(
  { name: "notify-new-ticket", noCompensation: true },
  async ({ ticket_id }: { ticket_id: string }, { container }) => {
    const helpdesk = container.resolve(HELPDESK_MODULE)
    const { department } = await helpdesk.ticketFacts(ticket_id)
    const user_ids = await helpdesk.agentsToNotify(department.id)

    return new StepResponse({
      notified: await sendNotices(container, {
        key: "new_ticket",
        ticket_id,
        user_ids,
        occasion: ticket_id,
      }),
    })
  }
)

/** Tells a department's agents of a ticket that came in (D-14). */
export const notifyNewTicketWorkflow = createWorkflow(
  notifyNewTicketWorkflowId,
  function (input: WorkflowData<{ ticket_id: string }>) {
    return new WorkflowResponse(notifyNewTicketStep(input))
  }
)
