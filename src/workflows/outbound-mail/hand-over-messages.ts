import {
  createWorkflow,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { handOverMessagesStep } from "./steps/hand-over-messages"

export const handOverMessagesWorkflowId = "crm-hand-over-messages"

/**
 * Hands messages with delivery `waiting` to the outbox: those named, or whatever a crash left. The
 * outbox takes each once, so handing over again is a no-op.
 */
export const handOverMessagesWorkflow = createWorkflow(
  handOverMessagesWorkflowId,
  function (input: WorkflowData<{ message_ids?: string[] }>) {
    return new WorkflowResponse(handOverMessagesStep(input))
  }
)
