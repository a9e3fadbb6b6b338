import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"

export const setSupportGroupsWorkflowId = "crm-set-support-groups"

type Groups = { group_ids: string[] }

const assertCustomerGroupsStep = createStep(
  "assert-customer-groups",
  async ({ group_ids }: Groups, { container }) => {
    const { data: groups } = await container
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({ entity: "customer_group", fields: ["id"], filters: { id: group_ids } })
    const missing = group_ids.find((id) => !groups.some((group) => group.id === id))

    if (missing) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Customer group ${missing} was not found`
      )
    }
    return new StepResponse(undefined)
  }
)

const setSupportGroupsStep = createStep(
  "set-support-groups",
  async ({ group_ids }: Groups, { container }) => {
    const helpdesk = container.resolve(HELPDESK_MODULE)
    const before = await helpdesk.listCrmSupportGroups({}, { take: null })

    await helpdesk.setSupportGroups(group_ids)

    return new StepResponse(
      group_ids,
      before.map(({ customer_group_id }) => customer_group_id)
    )
  },
  async (before, { container }) => {
    if (before) {
      await container.resolve(HELPDESK_MODULE).setSupportGroups(before)
    }
  }
)

/** Says in which customer groups colleagues see each other's requests (V-111, X-15). */
export const setSupportGroupsWorkflow = createWorkflow(
  setSupportGroupsWorkflowId,
  function (input: WorkflowData<Groups>) {
    assertCustomerGroupsStep(input)

    return new WorkflowResponse(setSupportGroupsStep(input))
  }
)
