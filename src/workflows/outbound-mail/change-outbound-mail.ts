import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { MAIL_MODULE } from "../../modules/mail"
import { reportDeliveries } from "./drain-outbox"

export const retryOutboundMailWorkflowId = "crm-retry-outbound-mail"
export const cancelOutboundMailWorkflowId = "crm-cancel-outbound-mail"

type Input = { id: string }

// One conditional change of one row each: it happened or it was refused, and nothing follows it.
const retryOutboundMailStep = createStep(
  { name: "retry-outbound-mail", noCompensation: true },
  async ({ id }: Input, { container }) => {
    const mail = container.resolve(MAIL_MODULE)
    const { state } = await mail.retrieveCrmOutboundMail(id)

    if (!(await mail.retryMail(id))) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `This mail is ${state}: there is nothing to try again`
      )
    }
    await reportDeliveries(container)

    return new StepResponse(id)
  }
)

const cancelOutboundMailStep = createStep(
  { name: "cancel-outbound-mail", noCompensation: true },
  async ({ id }: Input, { container }) => {
    const mail = container.resolve(MAIL_MODULE)
    const { state } = await mail.retrieveCrmOutboundMail(id)

    if (!(await mail.cancelMail(id))) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `This mail is ${state}: it cannot be taken back any more`
      )
    }
    await reportDeliveries(container)

    return new StepResponse(id)
  }
)

/** Sends a failed, dead or cancelled mail again, at once. */
export const retryOutboundMailWorkflow = createWorkflow(
  retryOutboundMailWorkflowId,
  function (input: WorkflowData<Input>) {
    return new WorkflowResponse(retryOutboundMailStep(input))
  }
)

/** Keeps a mail that has not left from leaving. */
export const cancelOutboundMailWorkflow = createWorkflow(
  cancelOutboundMailWorkflowId,
  function (input: WorkflowData<Input>) {
    return new WorkflowResponse(cancelOutboundMailStep(input))
  }
)
