import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import type { MailWish } from "../../modules/helpdesk/domain/notice"

export const setMailWishWorkflowId = "crm-set-mail-wish"

type Wish = { user_id: string; mail: MailWish }

const setMailWishStep = createStep(
  "set-mail-wish",
  async ({ user_id, mail }: Wish, { container }) => {
    const helpdesk = container.resolve(HELPDESK_MODULE)
    const before = await helpdesk.mailWishOf(user_id)

    await helpdesk.setMailWish(user_id, mail)

    return new StepResponse(mail, { user_id, mail: before })
  },
  async (before, { container }) => {
    if (before) {
      await container.resolve(HELPDESK_MODULE).setMailWish(before.user_id, before.mail)
    }
  }
)

/** An agent says which notices they want by mail too. */
export const setMailWishWorkflow = createWorkflow(
  setMailWishWorkflowId,
  function (input: WorkflowData<Wish>) {
    return new WorkflowResponse(setMailWishStep(input))
  }
)
