import {
  createHook,
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import type {
  FollowUpChanges,
  NewFollowUp,
} from "../../modules/helpdesk/records/follow-ups"
import type { Actor } from "../../modules/helpdesk/types"
import { handOverNoticesStep } from "../notices/hand-over-notices"
import { TicketEvents } from "./events"
import { assertAgentsStep } from "./steps/assert-agents"

export const createFollowUpWorkflowId = "crm-create-follow-up"
export const changeFollowUpWorkflowId = "crm-change-follow-up"
export const removeFollowUpWorkflowId = "crm-remove-follow-up"

type Create = { ticket_id: string; follow_up: NewFollowUp; actor: Actor }
type Change = { id: string; changes: FollowUpChanges; actor: Actor }

const createFollowUpStep = createStep(
  "create-follow-up",
  async ({ ticket_id, follow_up, actor }: Create, { container }) => {
    const id = await container
      .resolve(HELPDESK_MODULE)
      .createFollowUp(ticket_id, follow_up, actor)

    return new StepResponse({ id, ticket_id }, { id, actor })
  },
  async (done, { container }) => {
    if (done) {
      await container.resolve(HELPDESK_MODULE).removeFollowUp(done.id, done.actor)
    }
  }
)

const changeFollowUpStep = createStep(
  "change-follow-up",
  async ({ id, changes, actor }: Change, { container }) => {
    const before = await container
      .resolve(HELPDESK_MODULE)
      .changeFollowUp(id, changes, actor)

    return new StepResponse(
      { id, ticket_id: before.ticket_id, was_done: before.done_at !== null },
      before
    )
  },
  async (before, { container }) => {
    if (before) {
      await container.resolve(HELPDESK_MODULE).restoreFollowUp(before)
    }
  }
)

const removeFollowUpStep = createStep(
  "remove-follow-up",
  async ({ id, actor }: { id: string; actor: Actor }, { container }) => {
    const before = await container.resolve(HELPDESK_MODULE).removeFollowUp(id, actor)

    return new StepResponse({ id, ticket_id: before.ticket_id }, before)
  },
  async (before, { container }) => {
    if (before) {
      await container.resolve(HELPDESK_MODULE).restoreFollowUp(before)
    }
  }
)

/** An agent promises to do something about a ticket until a time (V-76). */
export const createFollowUpWorkflow = createWorkflow(
  createFollowUpWorkflowId,
  function (input: WorkflowData<Create>) {
    assertAgentsStep(
      transform({ input }, ({ input: { follow_up } }) => ({
        user_ids: [follow_up.assignee_id],
      }))
    )
    const created = createFollowUpStep(input)
    const followUpCreated = createHook("followUpCreated", { created })

    emitEventStep({
      eventName: TicketEvents.FOLLOW_UP_ADDED,
      data: transform({ created }, ({ created: { id, ticket_id } }) => ({
        id: ticket_id,
        follow_up_id: id,
      })),
    })
    handOverNoticesStep()

    return new WorkflowResponse(created, { hooks: [followUpCreated] })
  }
)

/** Edits a follow-up, ticks it off or opens it again (V-77). */
export const changeFollowUpWorkflow = createWorkflow(
  changeFollowUpWorkflowId,
  function (input: WorkflowData<Change>) {
    assertAgentsStep(
      transform({ input }, ({ input: { changes } }) => ({
        user_ids: [changes.assignee_id],
      }))
    )
    const changed = changeFollowUpStep(input)
    const followUpChanged = createHook("followUpChanged", { changed })

    emitEventStep({
      eventName: TicketEvents.FOLLOW_UP_DONE,
      data: transform({ input, changed }, ({ input: { changes }, changed: follow_up }) =>
        changes.done && !follow_up.was_done
          ? [{ id: follow_up.ticket_id, follow_up_id: follow_up.id }]
          : []
      ),
    })
    handOverNoticesStep()

    return new WorkflowResponse(changed, { hooks: [followUpChanged] })
  }
)

export const removeFollowUpWorkflow = createWorkflow(
  removeFollowUpWorkflowId,
  function (input: WorkflowData<{ id: string; actor: Actor }>) {
    return new WorkflowResponse(removeFollowUpStep(input))
  }
)
