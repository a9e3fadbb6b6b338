import {
  createHook,
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { MAIL_MODULE } from "../../modules/mail"
import type { ConsentWish } from "../../modules/mail/connect-account"
import { assertAddressIsFreeStep } from "./steps/assert-address-is-free"
import { assertDepartmentStep } from "./steps/assert-department"
import { useAsSendingAccountStep } from "./steps/use-as-sending-account"

export const startMailConsentWorkflowId = "crm-start-mail-consent"
export const connectMailAccountWorkflowId = "crm-connect-mail-account"

/** Nothing to undo: a consent that nobody gives ends by itself. */
const startConsentStep = createStep(
  { name: "start-consent", noCompensation: true },
  async (wish: ConsentWish, { container }) =>
    new StepResponse(await container.resolve(MAIL_MODULE).startConsent(wish))
)

/**
 * One step, because tokens never leave the mail module: not through a workflow's records either. An
 * account that was there keeps its new consent, whatever fails after it.
 */
const connectAccountStep = createStep(
  "connect-account",
  async (given: { state: string; code: string; user_id: string }, { container }) => {
    const connected = await container.resolve(MAIL_MODULE).connectAccount(given)

    return new StepResponse(connected, connected.is_new ? connected.id : undefined)
  },
  async (newId, { container }) => {
    if (newId) {
      await container.resolve(MAIL_MODULE).deleteCrmMailAccounts(newId)
    }
  }
)

/** Asks a provider for the consent to read and send an account's mail. */
export const startMailConsentWorkflow = createWorkflow(
  startMailConsentWorkflowId,
  function (input: WorkflowData<ConsentWish>) {
    const { department_id, address } = transform({ input }, ({ input: { draft } }) => ({
      department_id: draft?.department_id,
      address: draft?.address,
    }))
    assertDepartmentStep({ id: department_id })
    assertAddressIsFreeStep({ address })

    return new WorkflowResponse(startConsentStep(input))
  }
)

/** Takes a consent that was given, and connects its account. */
export const connectMailAccountWorkflow = createWorkflow(
  connectMailAccountWorkflowId,
  function (input: WorkflowData<{ state: string; code: string; user_id: string }>) {
    const connected = connectAccountStep(input)

    useAsSendingAccountStep(connected)
    const mailAccountConnected = createHook("mailAccountConnected", connected)

    return new WorkflowResponse(connected.id, { hooks: [mailAccountConnected] })
  }
)
