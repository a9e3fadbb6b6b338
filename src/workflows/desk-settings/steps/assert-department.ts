import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../../modules/helpdesk"

export const assertDepartmentStep = createStep(
  "assert-department",
  async ({ id }: { id: string | undefined }, { container }) => {
    if (id !== undefined) {
      await container.resolve(HELPDESK_MODULE).retrieveCrmDepartment(id)
    }
    return new StepResponse(undefined)
  }
)
