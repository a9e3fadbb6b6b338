import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MAIL_MODULE } from "../modules/mail"
import { pollMailAccount } from "../workflows/inbound-mail/poll-mail-account"

/** Polls at once; the rest waits for the next tick. */
const AT_ONCE = 5

/**
 * Starts a poll of each account that is due and does not wait for it: a mailbox that hangs must not
 * keep the others from their turn. Another instance's poll is recognised by its lease.
 */
export default async function pollMailAccounts(container: MedusaContainer) {
  const mail = container.resolve(MAIL_MODULE)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)

  if (!mail.options.enabled || !mail.options.backgroundJobs) {
    return
  }
  for (const accountId of await mail.accountsDue(AT_ONCE)) {
    pollMailAccount(container, accountId, { onlyIfDue: true }).catch((error: Error) =>
      logger.debug(`crm_mail: poll of ${accountId} ended early: ${error.message}`)
    )
  }
}

export const config = {
  name: "crm-poll-mail-accounts",
  schedule: { interval: 2_000, concurrency: "forbid" as const },
}
