import type {
  CreateNotificationDTO,
  INotificationModuleService,
  MedusaContainer,
} from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import { templateOf, wantsMail } from "../../modules/helpdesk/domain/notice"
import type { DueNotice, HandedOver } from "../../modules/helpdesk/records/notices"
import { findAgents, type Agent } from "../agents"
import { noticesFor } from "./notice-notifications"
import { hasMailProvider } from "./has-mail-provider"
import { sendNotices } from "./send-notices"

const AT_ONCE = 50
const MOST_ATTEMPTS = 5

/**
 * Tells agents what they have not been told yet: in Medusa's bell always, by mail when the agent wants
 * it. What the desk has a template for leaves through its own outbox, the rest through the shop's mail
 * provider. The key of each makes telling again a no-op, so that a crash in between tells nobody twice.
 * @returns how many notices were taken up
 */
export async function handOverNotices(container: MedusaContainer): Promise<number> {
  const helpdesk = container.resolve(HELPDESK_MODULE)
  const notices = await helpdesk.claimNotices(AT_ONCE)

  if (!notices.length) {
    return 0
  }
  const agents = await findAgents(
    container,
    notices.flatMap(({ user_id, actor_id }) => [user_id, actor_id])
  )
  const handedOver: HandedOver[] = []

  for (const notice of notices) {
    handedOver.push(await tell(container, notice, agents))
  }
  await helpdesk.recordHandedOver(handedOver)

  return notices.length
}

async function tell(
  container: MedusaContainer,
  notice: DueNotice,
  agents: ReadonlyMap<string, Agent>
): Promise<HandedOver> {
  const service = container.resolve<INotificationModuleService>(Modules.NOTIFICATION, {
    allowUnregistered: true,
  })
  const notifications = noticesFor(notice, agents, hasMailProvider(container))
  const errors = [
    ...(service ? await sendEach(service, notifications) : []),
    ...(await mail(container, notice, agents)),
  ]

  return {
    id: notice.id,
    error: errors.join("\n") || null,
    again: errors.length > 0 && notice.attempts < MOST_ATTEMPTS,
  }
}

/** The desk's own mail about it (D-30), in the words of its template. @returns what went wrong */
async function mail(
  container: MedusaContainer,
  notice: DueNotice,
  agents: ReadonlyMap<string, Agent>
): Promise<string[]> {
  const key = templateOf(notice.kind)

  if (!key || !wantsMail(notice.mail, notice.kind)) {
    return []
  }
  try {
    await sendNotices(container, {
      key,
      ticket_id: notice.ticket_id,
      user_ids: [notice.user_id],
      occasion: notice.id,
      facts: {
        "assigned_by.name": notice.actor_id
          ? (agents.get(notice.actor_id)?.name ?? null)
          : null,
        due_at: notice.due_at ? momentInWords(notice.due_at) : null,
      },
    })
    return []
  } catch (error) {
    return [`desk mail: ${(error as Error).message}`]
  }
}

/** Whoever reads it may be anywhere: a time without its zone would say nothing. */
const momentInWords = (moment: Date) =>
  `${moment.toISOString().slice(0, 16).replace("T", " ")} UTC`

/** One at a time: a mail provider that is down must not keep the bell from ringing. */
async function sendEach(
  service: INotificationModuleService,
  notifications: CreateNotificationDTO[]
): Promise<string[]> {
  const errors: string[] = []

  for (const notification of notifications) {
    try {
      await service.createNotifications(notification)
    } catch (error) {
      errors.push(`${notification.channel}: ${(error as Error).message}`)
    }
  }
  return errors
}

/**
 * Tells agents at once what an action has for them. Whatever goes wrong, the action stands: the
 * notices are written down, and the job tells them later.
 */
export const handOverNoticesStep = createStep(
  { name: "hand-over-notices", noCompensation: true },
  async (_: void, { container }) => {
    try {
      return new StepResponse(await handOverNotices(container))
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`crm_helpdesk: notices are told later: ${(error as Error).message}`)

      return new StepResponse(0)
    }
  }
)
