import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MAIL_MODULE } from "../../modules/mail"
import type { DeliveredMail } from "../../modules/mail/records/store-delivered"
import { serverWords } from "../../modules/mail/domain/server-words"
import { ticketStoredMailsWorkflow } from "./ticket-stored-mails"

/**
 * Takes a mail that was brought over the webhook: once this returns it is ours, whatever happens
 * next. It becomes a ticket at once; when that fails, at the account's next turn.
 * @returns id of its row in the ledger
 */
export async function receiveDeliveredMail(
  container: MedusaContainer,
  delivered: DeliveredMail
): Promise<string> {
  const { id, is_new } = await container.resolve(MAIL_MODULE).storeDelivered(delivered)

  if (is_new) {
    try {
      await ticketStoredMailsWorkflow(container).run({
        input: { inbound_mail_ids: [id] },
      })
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`crm_mail: ${id} is stored and waits: ${serverWords(error)}`)
    }
  }
  return id
}
