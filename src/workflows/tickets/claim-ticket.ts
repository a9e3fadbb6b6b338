import {
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
import { handOverNoticesStep } from "../notices/hand-over-notices"
import { TicketEvents } from "./events"

export const claimTicketWorkflowId = "crm-claim-ticket"
export const releaseTicketWorkflowId = "crm-release-ticket"

type ClaimInput = { id: string; actor: Actor }
type Claimed = ClaimInput & { holder: string | null; undo: string | null }

const claimTicketStep = createStep(
  "claim-ticket",
  async ({ id, actor }: ClaimInput, { container }) => {
    const { holder, undo } = await container
      .resolve(HELPDESK_MODULE)
      .claimTicket(id, actor)
    const claimed: Claimed = { id, actor, holder, undo }

    return new StepResponse(claimed, claimed)
  },
  async (done, { container }) => {
    if (!done) {
      return
    }
    const helpdesk = container.resolve(HELPDESK_MODULE)

    await (done.holder
      ? helpdesk.claimTicket(done.id, { type: "user", id: done.holder })
      : helpdesk.releaseTicket(done.id, done.actor))
  }
)

const releaseTicketStep = createStep(
  "release-ticket",
  async ({ id, actor }: ClaimInput, { container }) => {
    const { holder, undo } = await container
      .resolve(HELPDESK_MODULE)
      .releaseTicket(id, actor)
    const released: Claimed = { id, actor, holder, undo }

    return new StepResponse(released, released)
  },
  async (done, { container }) => {
    if (done?.holder) {
      await container
        .resolve(HELPDESK_MODULE)
        .claimTicket(done.id, { type: "user", id: done.holder })
    }
  }
)

/** "Make this my ticket": the others see who is on it (V-61). */
export const claimTicketWorkflow = createWorkflow(
  claimTicketWorkflowId,
  function (input: WorkflowData<ClaimInput>) {
    const claimed = claimTicketStep(input)

    emitEventStep({
      eventName: TicketEvents.CLAIMED,
      data: transform({ claimed }, ({ claimed: { id, actor, holder } }) =>
        holder === actor.id ? [] : [{ id, user_id: actor.id }]
      ),
    })
    handOverNoticesStep()

    return new WorkflowResponse(claimed)
  }
)

export const releaseTicketWorkflow = createWorkflow(
  releaseTicketWorkflowId,
  function (input: WorkflowData<ClaimInput>) {
    const released = releaseTicketStep(input)

    emitEventStep({
      eventName: TicketEvents.RELEASED,
      data: transform({ released }, ({ released: { id, holder } }) =>
        holder ? [{ id }] : []
      ),
    })

    return new WorkflowResponse(released)
  }
)
