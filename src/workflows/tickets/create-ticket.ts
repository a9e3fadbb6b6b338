import {
  createHook,
  createWorkflow,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { handOverNoticesStep } from "../notices/hand-over-notices"
import { handOverMessagesWorkflow } from "../outbound-mail/hand-over-messages"
import { TicketEvents } from "./events"
import { assertAgentsStep } from "./steps/assert-agents"
import { assertPeopleStep } from "./steps/assert-people"
import { openTicketStep, type OpenTicketInput } from "./steps/open-ticket"
import { prepareNewTicketStep } from "./steps/prepare-new-ticket"
import { resolveRequesterStep } from "./steps/resolve-requester"

export const createTicketWorkflowId = "crm-create-ticket"

export type CreateTicketInput = Omit<
  OpenTicketInput,
  "requester" | "customer" | "order" | "signature_text" | "signature_html" | "variables"
> & {
  signature_id?: string | null
  email?: string
  name?: string
  customer_id: string | null
  order_id?: string
}

/** An agent opens a ticket and, if asked to, mails its first message to the customer (D-21). */
export const createTicketWorkflow = createWorkflow(
  createTicketWorkflowId,
  function (input: WorkflowData<CreateTicketInput>) {
    assertPeopleStep(input)
    assertAgentsStep(
      transform({ input }, ({ input: { informed_ids = [] } }) => ({
        user_ids: informed_ids,
      }))
    )
    const resolved = resolveRequesterStep(input)
    const ticket = transform(
      { input, resolved },
      ({ input: asked, resolved: found }) => ({
        ...asked,
        ...found,
      })
    )
    const prepared = prepareNewTicketStep(ticket)
    const opened = openTicketStep(
      transform({ ticket, prepared }, ({ ticket: asked, prepared: texts }) => ({
        ...asked,
        ...texts,
      }))
    )
    const ticketCreated = createHook("ticketCreated", { opened })

    handOverMessagesWorkflow.runAsStep({
      input: transform({ opened }, ({ opened: { message_id } }) => ({
        message_ids: [message_id],
      })),
    })
    emitEventStep({
      eventName: TicketEvents.CREATED,
      data: {
        id: opened.ticket_id,
        number: opened.number,
        channel: input.channel,
        message_id: opened.message_id,
      },
    })
    emitEventStep({
      eventName: TicketEvents.ASSIGNED,
      data: transform(
        { input, opened },
        ({ input: { assignee_id }, opened: { ticket_id } }) =>
          assignee_id ? [{ id: ticket_id, from: null, to: assignee_id }] : []
      ),
    }).config({ name: "emit-assigned" })
    handOverNoticesStep()

    return new WorkflowResponse(opened, { hooks: [ticketCreated] })
  }
)
