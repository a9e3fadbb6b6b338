import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import type { AgentData } from "../../modules/helpdesk/records/agents"
import { assertUsersStep } from "./teams"
import { settingStep } from "./steps/setting-step"

export const createAgentWorkflowId = "crm-create-agent"
export const updateAgentWorkflowId = "crm-update-agent"
export const deleteAgentWorkflowId = "crm-delete-agent"

type NewAgent = AgentData & { user_id: string }
type AgentChange = { id: string; changes: AgentData }

const createAgentStep = settingStep(
  "create-agent",
  async (helpdesk, { user_id, ...data }: NewAgent) => ({
    id: await helpdesk.createAgent(user_id, data),
  }),
  (helpdesk, { id }) => helpdesk.deleteAgent(id)
)

const updateAgentStep = createStep(
  "update-agent",
  async ({ id, changes }: AgentChange, { container }) => {
    const helpdesk = container.resolve(HELPDESK_MODULE)
    const [before] = await helpdesk.agents({ ids: [id] })

    await helpdesk.updateAgent(id, changes)

    return new StepResponse(id, before)
  },
  async (before, { container }) => {
    if (before) {
      await container.resolve(HELPDESK_MODULE).updateAgent(before.id, {
        notify_new_tickets: before.notify_new_tickets,
        department_ids: before.departments.map((department) => department.id),
        team_ids: before.teams.map((team) => team.id),
      })
    }
  }
)

// The record of one agent in one statement, and nothing follows it.
const deleteAgentStep = createStep(
  { name: "delete-agent", noCompensation: true },
  async ({ id }: { id: string }, { container }) => {
    await container.resolve(HELPDESK_MODULE).deleteAgent(id)

    return new StepResponse(id)
  }
)

/** Says where an admin user works. */
export const createAgentWorkflow = createWorkflow(
  createAgentWorkflowId,
  function (input: WorkflowData<NewAgent>) {
    assertUsersStep(
      transform({ input }, ({ input: { user_id } }) => ({ user_ids: [user_id] }))
    )
    return new WorkflowResponse(createAgentStep(input))
  }
)

export const updateAgentWorkflow = createWorkflow(
  updateAgentWorkflowId,
  function (input: WorkflowData<AgentChange>) {
    return new WorkflowResponse(updateAgentStep(input))
  }
)

/** The admin user and all they wrote stay. */
export const deleteAgentWorkflow = createWorkflow(
  deleteAgentWorkflowId,
  function (input: WorkflowData<{ id: string }>) {
    return new WorkflowResponse(deleteAgentStep(input))
  }
)
