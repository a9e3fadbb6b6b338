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
import { assertAgentsStep } from "./steps/assert-agents"

export const watchTicketWorkflowId = "crm-watch-ticket"
export const informAgentsWorkflowId = "crm-inform-agents"

type Agent = Actor & { id: string }
type Watch = { id: string; watch: boolean; once?: boolean; actor: Agent }
type Inform = { id: string; user_ids: string[]; actor: Actor }

const watchTicketStep = createStep(
  "watch-ticket",
  async ({ id, actor, ...watch }: Watch, { container }) => {
    const isNew = await container.resolve(HELPDESK_MODULE).watchTicket(id, watch, actor)

    return new StepResponse(
      { id, user_id: actor.id, ...watch, isNew },
      isNew ? { id, actor, ...watch } : null
    )
  },
  async (done, { container }) => {
    if (done) {
      await container
        .resolve(HELPDESK_MODULE)
        .watchTicket(done.id, { watch: !done.watch, once: done.once }, done.actor)
    }
  }
)

// Who was told stays told.
const informAgentsStep = createStep(
  { name: "inform-agents", noCompensation: true },
  async ({ id, user_ids, actor }: Inform, { container }) =>
    new StepResponse({
      id,
      informed: await container
        .resolve(HELPDESK_MODULE)
        .informAgents(id, user_ids, actor),
    })
)

/** "Tell me what happens here", or once: "when a solution is found" (V-58). */
export const watchTicketWorkflow = createWorkflow(
  watchTicketWorkflowId,
  function (input: WorkflowData<Watch>) {
    const watched = watchTicketStep(input)

    emitEventStep({
      eventName: TicketEvents.WATCHED,
      data: transform({ watched }, ({ watched: { isNew, ...data } }) =>
        isNew ? [data] : []
      ),
    })
    return new WorkflowResponse(watched)
  }
)

/** Colleagues get a ticket for information: it is not theirs, and they need not answer (M-46). */
export const informAgentsWorkflow = createWorkflow(
  informAgentsWorkflowId,
  function (input: WorkflowData<Inform>) {
    assertAgentsStep(input)
    const informed = informAgentsStep(input)

    emitEventStep({
      eventName: TicketEvents.AGENTS_INFORMED,
      data: transform({ informed }, ({ informed: { id, informed: user_ids } }) =>
        user_ids.length ? [{ id, user_ids }] : []
      ),
    })
    handOverNoticesStep()

    return new WorkflowResponse(informed)
  }
)
