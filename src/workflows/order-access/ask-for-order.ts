import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import type { OrderRequest } from "../../modules/helpdesk/records/order-access"

export const askForOrderWorkflowId = "crm-ask-for-order"

const askForOrderStep = createStep(
  "ask-for-order",
  async (request: OrderRequest, { container }) => {
    const asked = await container.resolve(HELPDESK_MODULE).askForOrder(request)

    return new StepResponse(asked, asked?.id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve(HELPDESK_MODULE).deleteCrmOrderAccesses(id)
    }
  }
)

/**
 * Somebody without an account asks for an order. Only the request is written down: whether the order
 * exists is found out after the answer, so that the answer cannot tell (X-06 AC1, N1).
 * @returns null when the network has asked too often
 */
export const askForOrderWorkflow = createWorkflow(
  askForOrderWorkflowId,
  function (input: WorkflowData<OrderRequest>) {
    return new WorkflowResponse(askForOrderStep(input))
  }
)
