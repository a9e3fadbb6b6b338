import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MAIL_MODULE } from "../../../modules/mail"
import { TICKET_MESSAGE } from "../compose-mail"

/**
 * Clears the outbox of mails whose messages were taken back. Were it not done, nothing would be sent
 * either: a held mail leaves only when its message lets it go. So there is nothing to undo.
 */
export const dropHeldMailsStep = createStep(
  { name: "drop-held-mails", noCompensation: true },
  async ({ message_ids }: { message_ids: string[] }, { container }) => {
    await container.resolve(MAIL_MODULE).dropHeldMails(TICKET_MESSAGE, message_ids)

    return new StepResponse(message_ids)
  }
)
