import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import { proveAddressOf } from "../storefront/prove-address"

export const openOrderWorkflowId = "crm-open-order"

export type OpenOrderInput = {
  access_id: string
  code: string
  /** Who is logged in, if anybody is. */
  customer_id: string | null
}

/** A try counts whatever comes after it, and an address once proven stays so: nothing to undo. */
const openOrderStep = createStep(
  { name: "open-order", noCompensation: true },
  async ({ access_id, code, customer_id }: OpenOrderInput, { container }) => {
    const opened = await container
      .resolve(HELPDESK_MODULE)
      .tryOrderCode({ id: access_id, code })

    if (opened) {
      await proveAddressOf(container, customer_id, opened.email, "order_code")
    }
    return new StepResponse(opened)
  }
)

/**
 * Tries a one-time code.
 * @returns the order it opens, or null for whatever is not right
 */
export const openOrderWorkflow = createWorkflow(
  openOrderWorkflowId,
  function (input: WorkflowData<OpenOrderInput>) {
    return new WorkflowResponse(openOrderStep(input))
  }
)
