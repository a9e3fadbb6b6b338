import { MedusaError } from "@medusajs/framework/utils"
import {
  createHook,
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { MAIL_MODULE } from "../../modules/mail"
import type { DepartmentDTO } from "../../modules/helpdesk/types"
import { settingStep } from "./steps/setting-step"

export const createDepartmentWorkflowId = "crm-create-department"
export const updateDepartmentWorkflowId = "crm-update-department"
export const deleteDepartmentWorkflowId = "crm-delete-department"

const FIELDS = [
  "private_name",
  "public_name",
  "visible_in_store",
  "mail_account_id",
  "status_after_reply",
  "status_after_note",
  "plain_text_only",
  "undo_send_seconds",
  "rating_mode",
  "rating_delay_minutes",
  "rating_scale",
  "rating_question",
  "position",
] as const satisfies readonly (keyof DepartmentDTO)[]

type Fields = Pick<DepartmentDTO, (typeof FIELDS)[number]>
type NewDepartment = Partial<Fields> & Pick<Fields, "private_name" | "public_name">
type DepartmentChange = { id: string; changes: Partial<Fields> }

const assertMailAccountStep = createStep(
  "assert-mail-account",
  async ({ id }: { id: string | null | undefined }, { container }) => {
    if (id) {
      const [account] = await container.resolve(MAIL_MODULE).listCrmMailAccounts({ id })

      if (!account) {
        throw new MedusaError(
          MedusaError.Types.NOT_FOUND,
          `Mail account ${id} was not found`
        )
      }
    }
    return new StepResponse(undefined)
  }
)

const createDepartmentStep = settingStep(
  "create-department",
  async (helpdesk, data: NewDepartment) => ({
    id: (await helpdesk.createDepartment(data)).id,
  }),
  (helpdesk, { id }) => helpdesk.deleteCrmDepartments(id)
)

const updateDepartmentStep = settingStep(
  "update-department",
  async (helpdesk, { id, changes }: DepartmentChange) => {
    const department = await helpdesk.retrieveCrmDepartment(id)
    const { rating_since } = department

    await helpdesk.updateDepartment(id, changes)

    return { id, before: { ...fieldsOf(department), rating_since } }
  },
  (helpdesk, { id, before }) => helpdesk.updateDepartment(id, before)
)

const fieldsOf = (department: Fields): Partial<Fields> =>
  Object.fromEntries(FIELDS.map((field) => [field, department[field]]))

/** Mail must not arrive for a department that is gone. */
const assertNoMailAccountsStep = createStep(
  "assert-no-mail-accounts",
  async ({ id }: { id: string }, { container }) => {
    const accounts = await container
      .resolve(MAIL_MODULE)
      .listCrmMailAccounts({ department_id: id }, { take: null })

    if (accounts.length) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        `Mail to ${accounts.map(({ address }) => address).join(", ")} goes to this department. Point it to another one first`
      )
    }
    return new StepResponse(undefined)
  }
)

const deleteDepartmentStep = settingStep(
  "delete-department",
  async (helpdesk, { id }: { id: string }) => {
    await helpdesk.retrieveCrmDepartment(id)
    await helpdesk.deleteDepartment(id)

    return { id }
  },
  (helpdesk, { id }) => helpdesk.restoreCrmDepartments([id])
)

export const createDepartmentWorkflow = createWorkflow(
  createDepartmentWorkflowId,
  function (input: WorkflowData<NewDepartment>) {
    assertMailAccountStep({ id: input.mail_account_id })
    const id = createDepartmentStep(input)
    const departmentCreated = createHook("departmentCreated", { id })

    return new WorkflowResponse(id, { hooks: [departmentCreated] })
  }
)

export const updateDepartmentWorkflow = createWorkflow(
  updateDepartmentWorkflowId,
  function (input: WorkflowData<DepartmentChange>) {
    assertMailAccountStep({ id: input.changes.mail_account_id })
    const id = updateDepartmentStep(input)
    const departmentUpdated = createHook("departmentUpdated", { id })

    return new WorkflowResponse(id, { hooks: [departmentUpdated] })
  }
)

export const deleteDepartmentWorkflow = createWorkflow(
  deleteDepartmentWorkflowId,
  function (input: WorkflowData<{ id: string }>) {
    assertNoMailAccountsStep(input)
    const id = deleteDepartmentStep(input)
    const departmentDeleted = createHook("departmentDeleted", { id })

    return new WorkflowResponse(id, { hooks: [departmentDeleted] })
  }
)
