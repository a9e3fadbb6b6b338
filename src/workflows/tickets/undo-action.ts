import {
  createHook,
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import type { Actor } from "../../modules/helpdesk/types"
import { dropHeldMailsStep } from "../outbound-mail/steps/drop-held-mails"
import { TicketEvents } from "./events"

export const undoActionWorkflowId = "crm-undo-action"

// Nothing after it can fail but the event, and what was undone is not done again.
const undoActionStep = createStep(
  { name: "undo-action", noCompensation: true },
  async ({ token, actor }: { token: string; actor: Actor }, { container }) =>
    new StepResponse(await container.resolve(HELPDESK_MODULE).undoAction(token, actor))
)

/** An agent takes an action back. */
export const undoActionWorkflow = createWorkflow(
  undoActionWorkflowId,
  function (input: WorkflowData<{ token: string; actor: Actor }>) {
    const undone = undoActionStep(input)

    dropHeldMailsStep(
      transform({ undone }, ({ undone: { draft } }) => ({
        message_ids: draft ? [draft.message_id] : [],
      }))
    )
    const actionUndone = createHook("actionUndone", { undone })

    emitEventStep({
      eventName: TicketEvents.UNDONE,
      data: transform({ undone }, ({ undone: { ticket_ids, kind } }) =>
        ticket_ids.map((id) => ({ id, kind }))
      ),
    })
    return new WorkflowResponse(undone, { hooks: [actionUndone] })
  }
)
