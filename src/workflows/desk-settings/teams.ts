import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"

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

const saveTeamStep = createStep(
  "save-team",
  async ({ id, ...data }: SaveInput, { container }) => {
    const helpdesk = container.resolve(HELPDESK_MODULE)
    const before = id ? await helpdesk.retrieveCrmTeam(id) : null
    const members = id ? await helpdesk.teamMembers([id]) : []
    const savedId = await helpdesk.saveTeam(id, data)

    return new StepResponse(savedId, {
      id: savedId,
      before: before && {
        name: before.name,
        user_ids: members.map(({ user_id }) => user_id),
      },
    })
  },
  async (done, { container }) => {
    if (!done) {
      return
    }
    const helpdesk = container.resolve(HELPDESK_MODULE)

    await (done.before
      ? helpdesk.saveTeam(done.id, done.before)
      : helpdesk.deleteCrmTeams(done.id))
  }
)

const deleteTeamStep = createStep(
  "delete-team",
  async ({ id }: { id: string }, { container }) => {
    const helpdesk = container.resolve(HELPDESK_MODULE)

    await helpdesk.retrieveCrmTeam(id)
    await helpdesk.deleteTeam(id)

    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (id) {
      await container.resolve(HELPDESK_MODULE).restoreCrmTeams([id])
    }
  }
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
