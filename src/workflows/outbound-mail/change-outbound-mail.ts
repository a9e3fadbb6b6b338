import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import type { Actor } from "../../modules/helpdesk/types"
import { MAIL_MODULE } from "../../modules/mail"
import {
  refusalOf,
  type OutboundAction,
} from "../../modules/mail/domain/outbound-actions"
import { TICKET_MESSAGE } from "./compose-mail"
import { reportDeliveriesWorkflow } from "./report-deliveries"

export const retryOutboundMailWorkflowId = "crm-retry-outbound-mail"
export const cancelOutboundMailWorkflowId = "crm-cancel-outbound-mail"
export const holdOutboundMailWorkflowId = "crm-hold-outbound-mail"
export const releaseOutboundMailWorkflowId = "crm-release-outbound-mail"

type Input = { id: string; actor: Actor }
type HoldInput = Input & { until: string }
type Change = Input & { action: OutboundAction; until?: string }

const LONGEST_HOLD_MS = 366 * 24 * 3_600_000

/** One conditional change of one row: it happened or it was refused, and there is nothing to undo. */
const changeOutboundMailStep = createStep(
  { name: "change-outbound-mail", noCompensation: true },
  async ({ id, action, until }: Change, { container }) => {
    const mail = container.resolve(MAIL_MODULE)
    const change = {
      retry: () => mail.retryMail(id),
      cancel: () => mail.cancelMail(id),
      hold: () => mail.holdMail(id, momentToHoldUntil(until)),
      release: () => mail.releaseMail(id),
    }[action]
    const found = await mail.retrieveCrmOutboundMail(id)
    const refusal = refusalOf(action, found)

    if (refusal || !(await change())) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        refusal ?? "This mail changed at the same moment. Look again, then decide"
      )
    }
    return new StepResponse({
      message_id: found.reference === TICKET_MESSAGE ? found.reference_id : null,
    })
  }
)

function momentToHoldUntil(until: string | undefined): Date {
  const moment = new Date(until ?? Number.NaN)
  const ahead = moment.getTime() - Date.now()

  if (!(ahead > 0 && ahead <= LONGEST_HOLD_MS)) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "A mail is held back until a moment that is to come, at most a year ahead"
    )
  }
  return moment
}

/** History is never taken back: the change it tells of has happened. */
const recordMailChangeStep = createStep(
  { name: "record-mail-change", noCompensation: true },
  async (
    {
      message_id,
      action,
      actor,
      until,
    }: Omit<Change, "id"> & { message_id: string | null },
    { container }
  ) => {
    if (message_id) {
      await container
        .resolve(HELPDESK_MODULE)
        .recordMailChange(
          message_id,
          { type: EVENTS[action], data: until ? { until } : {} },
          actor
        )
    }
    return new StepResponse(undefined)
  }
)

const EVENTS: Record<OutboundAction, string> = {
  retry: "mail_retried",
  cancel: "mail_cancelled",
  hold: "mail_held",
  release: "mail_released",
}

function changed(input: WorkflowData<Change>) {
  const { message_id } = changeOutboundMailStep(input)

  recordMailChangeStep(
    transform(
      { input, message_id },
      ({ input: { id: _, ...change }, message_id: id }) => ({
        ...change,
        message_id: id,
      })
    )
  )
  reportDeliveriesWorkflow.runAsStep({ input: {} })

  return new WorkflowResponse(input.id)
}

/** Sends a mail again, at once, to those who did not get it. */
export const retryOutboundMailWorkflow = createWorkflow(
  retryOutboundMailWorkflowId,
  (input: WorkflowData<Input>) =>
    changed(transform(input, (mail) => ({ ...mail, action: "retry" as const })))
)

/** Keeps a mail that has not left from leaving. */
export const cancelOutboundMailWorkflow = createWorkflow(
  cancelOutboundMailWorkflowId,
  (input: WorkflowData<Input>) =>
    changed(transform(input, (mail) => ({ ...mail, action: "cancel" as const })))
)

/** Keeps a mail that has not left from leaving before a moment. Later ones of its ticket may pass. */
export const holdOutboundMailWorkflow = createWorkflow(
  holdOutboundMailWorkflowId,
  (input: WorkflowData<HoldInput>) =>
    changed(transform(input, (mail) => ({ ...mail, action: "hold" as const })))
)

/** Lets a mail that is held back leave now. */
export const releaseOutboundMailWorkflow = createWorkflow(
  releaseOutboundMailWorkflowId,
  (input: WorkflowData<Input>) =>
    changed(transform(input, (mail) => ({ ...mail, action: "release" as const })))
)
