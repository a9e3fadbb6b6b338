import {
  ContainerRegistrationKeys,
  MedusaError,
  Modules,
} from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MAIL_MODULE } from "../../modules/mail"
import { beginningOf, recoveryOf } from "../../modules/mail/domain/mail-alert"
import type { UntoldAlert } from "../../modules/mail/records/mail-alerts"
import { MailAlertEvents } from "./events"

export const announceMailAlertsWorkflowId = "crm-announce-mail-alerts"

type Part = "beginning" | "ending"
type Told = { id: string; account_id: string; kind: UntoldAlert["kind"] }

/**
 * Tells every agent, once: the notification has the alert's id as its key, so that it is the same
 * one however often, and by however many instances, it is sent. Nothing to undo: it was said.
 */
const announceMailAlertsStep = createStep(
  { name: "announce-mail-alerts", noCompensation: true },
  async ({ alerts }: { alerts: UntoldAlert[] }, { container }) => {
    const began: Told[] = []
    const recovered: Told[] = []

    for (const alert of alerts) {
      if (!alert.beginning_told && (await tell(container, alert, "beginning"))) {
        began.push(toldOf(alert))
      }
      if (
        alert.ending &&
        !alert.ending_told &&
        (await tell(container, alert, "ending"))
      ) {
        recovered.push(toldOf(alert))
      }
    }
    return new StepResponse({ began, recovered })
  }
)

const toldOf = ({ id, account_id, kind }: UntoldAlert): Told => ({ id, account_id, kind })

/** @returns whether it was this call that told them */
async function tell(
  container: MedusaContainer,
  alert: UntoldAlert,
  part: Part
): Promise<boolean> {
  await notify(container, alert, part)

  return container.resolve(MAIL_MODULE).markAlertTold(alert.id, part)
}

/** Every agent's feed. A shop without one has the alerts on its pages all the same. */
async function notify(container: MedusaContainer, alert: UntoldAlert, part: Part) {
  const notifications = container.resolve(Modules.NOTIFICATION, {
    allowUnregistered: true,
  })
  const trigger_type =
    part === "beginning" ? MailAlertEvents.BEGAN : MailAlertEvents.ENDED

  try {
    await notifications?.createNotifications({
      to: "",
      channel: "feed",
      template: "crm-mail-alert",
      idempotency_key: `${alert.id}:${part}`,
      trigger_type,
      resource_id: alert.id,
      resource_type: "crm_mail_alert",
      data: part === "beginning" ? beginningOf(alert) : recoveryOf(alert),
    })
  } catch (error) {
    const sent =
      (await notifications?.listNotifications({ resource_id: alert.id, trigger_type })) ??
      []

    // Another instance was quicker: the key is unique.
    if (sent.some(({ status }) => status !== "failure")) {
      return
    }
    if (!(error instanceof MedusaError) || error.type !== MedusaError.Types.NOT_FOUND) {
      throw error
    }
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`crm_mail: no notification provider for the channel "feed": ${error.message}`)
  }
}

/** Tells agents of mail alerts that began or ended and that nobody has been told of. */
export const announceMailAlertsWorkflow = createWorkflow(
  announceMailAlertsWorkflowId,
  function (input: WorkflowData<{ alerts: UntoldAlert[] }>) {
    const told = announceMailAlertsStep(input)
    const events = transform({ told }, ({ told: { began, recovered } }) => ({
      began,
      recovered,
    }))

    emitEventStep({ eventName: MailAlertEvents.BEGAN, data: events.began })
    emitEventStep({ eventName: MailAlertEvents.ENDED, data: events.recovered }).config({
      name: "emit-mail-alert-ended",
    })

    return new WorkflowResponse(told)
  }
)
