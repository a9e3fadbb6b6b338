import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { settingStep } from "./steps/setting-step"

export const saveTeamWorkflowId = "crm-save-team"
export const deleteTeamWorkflowId = "crm-delete-team"

/** Creates with null, changes with an id. Who is no agent yet becomes one. */
type SaveInput = { id: string | null; name?: string; user_ids?: string[] }

/** @throws NOT_FOUND for a user who is not there */
export const assertUsersStep = createStep(
  "assert-users",
  async ({ user_ids = [] }: { user_ids?: string[] }, { container }) => {
    const { data } = user_ids.length
      ? await container.resolve(ContainerRegistrationKeys.QUERY).graph({
          entity: "user",
          fields: ["id"],
          filters: { id: user_ids },
        })
      : { data: [] }
    const known = new Set(data.map(({ id }) => id))
    const missing = user_ids.find((id) => !known.has(id))

    if (missing) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `User ${missing} was not found`)
    }
    return new StepResponse(undefined)
  }
)

const saveTeamStep = settingStep(
  "save-team",
  async (helpdesk, { id, ...data }: SaveInput) => {
    const before = id ? await helpdesk.retrieveCrmTeam(id) : null
    const members = id ? await helpdesk.teamMembers([id]) : []

    return {
      id: await helpdesk.saveTeam(id, data),
      before: before && {
        name: before.name,
        user_ids: members.map(({ user_id }) => user_id),
      },
    }
  },
  async (helpdesk, { id, before }) =>
    before ? helpdesk.saveTeam(id, before) : helpdesk.deleteCrmTeams(id)
)

const deleteTeamStep = settingStep(
  "delete-team",
  async (helpdesk, { id }: { id: string }) => {
    await helpdesk.retrieveCrmTeam(id)
    await helpdesk.deleteTeam(id)

    return { id }
  },
  (helpdesk, { id }) => helpdesk.restoreCrmTeams([id])
)

export const saveTeamWorkflow = createWorkflow(
  saveTeamWorkflowId,
  function (input: WorkflowData<SaveInput>) {
    assertUsersStep(input)

    return new WorkflowResponse(saveTeamStep(input))
  }
)

/** Its agents stay agents. */
export const deleteTeamWorkflow = createWorkflow(
  deleteTeamWorkflowId,
  function (input: WorkflowData<{ id: string }>) {
    return new WorkflowResponse(deleteTeamStep(input))
  }
)
