import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../../modules/helpdesk"

/** A department without an account of its own answers through the first that feeds it (K-2). */
export const useAsSendingAccountStep = createStep(
  "use-as-sending-account",
  async ({ id, department_id }: { id: string; department_id: string }, { container }) => {
    const helpdesk = container.resolve(HELPDESK_MODULE)
    const department = await helpdesk.retrieveCrmDepartment(department_id)

    if (department.mail_account_id) {
      return new StepResponse(undefined)
    }
    await helpdesk.updateDepartment(department_id, { mail_account_id: id })

    return new StepResponse(undefined, department_id)
  },
  async (departmentId, { container }) => {
    if (departmentId) {
      await container
        .resolve(HELPDESK_MODULE)
        .updateDepartment(departmentId, { mail_account_id: null })
    }
  }
)
