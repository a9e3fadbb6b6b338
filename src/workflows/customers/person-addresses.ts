import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import type { NewPersonAddress } from "../../modules/helpdesk/records/same-person"
import type { Actor } from "../../modules/helpdesk/types"
import { takeBackAction } from "../tickets/take-back-action"

export const addPersonAddressWorkflowId = "crm-add-person-address"
export const removePersonAddressWorkflowId = "crm-remove-person-address"

type Added = { address: NewPersonAddress; actor: Actor }
type Removed = { id: string; actor: Actor }

const addPersonAddressStep = createStep(
  "add-person-address",
  async ({ address, actor }: Added, { container }) => {
    const done = await container.resolve(HELPDESK_MODULE).addPersonAddress(address, actor)

    return new StepResponse(done, { undo: done.undo, actor })
  },
  takeBackAction
)

const removePersonAddressStep = createStep(
  "remove-person-address",
  async ({ id, actor }: Removed, { container }) => {
    const done = await container.resolve(HELPDESK_MODULE).removePersonAddress(id, actor)

    return new StepResponse(done, { undo: done.undo, actor })
  },
  takeBackAction
)

/** An agent says that two addresses are one person's: from now on she is shown as one (X-16 AC2). */
export const addPersonAddressWorkflow = createWorkflow(
  addPersonAddressWorkflowId,
  function (input: WorkflowData<Added>) {
    return new WorkflowResponse(addPersonAddressStep(input))
  }
)

export const removePersonAddressWorkflow = createWorkflow(
  removePersonAddressWorkflowId,
  function (input: WorkflowData<Removed>) {
    return new WorkflowResponse(removePersonAddressStep(input))
  }
)
