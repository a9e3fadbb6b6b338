import { MedusaError } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  type WorkflowData,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { MAIL_MODULE } from "../../modules/mail"
import { ticketStoredMailsWorkflow } from "./ticket-stored-mails"

export const replayInboundMailWorkflowId = "crm-replay-inbound-mail"

/** Nothing to undo: a mail that is read again ends in the ledger either way. */
const reopenInboundMailStep = createStep(
  { name: "reopen-inbound-mail", noCompensation: true },
  async ({ id }: { id: string }, { container }) => {
    const mail = container.resolve(MAIL_MODULE)

    await mail.retrieveCrmInboundMail(id)
    const reopened = await mail.reopenMails([id])

    if (!reopened.length) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "This mail is on its ticket already: there is nothing to replay"
      )
    }
    return new StepResponse({ inbound_mail_ids: reopened, by_hand: true })
  }
)

/**
 * Reads an ignored or quarantined mail again, from its raw source. A person wants to see it: it is not
 * set aside again for going in a circle or being about somebody else's mail.
 */
export const replayInboundMailWorkflow = createWorkflow(
  replayInboundMailWorkflowId,
  function (input: WorkflowData<{ id: string }>) {
    const reopened = reopenInboundMailStep(input)

    return new WorkflowResponse(ticketStoredMailsWorkflow.runAsStep({ input: reopened }))
  }
)
