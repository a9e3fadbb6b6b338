import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import { MAIL_MODULE } from "../../modules/mail"
import { TicketEvents } from "../tickets/events"
import { TICKET_MESSAGE } from "./compose-mail"

export const reportDeliveriesWorkflowId = "crm-report-deliveries"

const AT_ONCE = 200

type Input = { limit?: number }

/**
 * Tells the tickets first and notes it afterwards: a crash between the two only tells twice, so there
 * is nothing to undo.
 */
const reportDeliveriesStep = createStep(
  { name: "report-deliveries", noCompensation: true },
  async ({ limit = AT_ONCE }: Input, { container }) => {
    const mail = container.resolve(MAIL_MODULE)
    const reports = await mail.unreportedDeliveries(limit)
    const failed = await container.resolve(HELPDESK_MODULE).recordDeliveries(
      reports
        .filter(({ reference }) => reference === TICKET_MESSAGE)
        .map(({ reference_id, state, error, failures }) => ({
          message_id: reference_id,
          state,
          error,
          failures,
        }))
    )
    await mail.markReported(reports)

    return new StepResponse(failed)
  }
)

/** Shows on the tickets what the outbox has done since it was last asked. */
export const reportDeliveriesWorkflow = createWorkflow(
  reportDeliveriesWorkflowId,
  function (input: WorkflowData<Input>) {
    const failed = reportDeliveriesStep(input)

    emitEventStep({
      eventName: TicketEvents.MAIL_FAILED,
      data: transform({ failed }, ({ failed: messages }) =>
        messages.map(({ ticket_id, message_id, state, error }) => ({
          id: ticket_id,
          message_id,
          state,
          error,
        }))
      ),
    })

    return new WorkflowResponse(failed)
  }
)
