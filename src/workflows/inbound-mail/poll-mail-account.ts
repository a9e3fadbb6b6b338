import type { MedusaContainer } from "@medusajs/framework/types"
import { MAIL_MODULE } from "../../modules/mail"
import type { PollLimits } from "../../modules/mail/mail-polling"
import { ticketStoredMailsWorkflow } from "./ticket-stored-mails"

export type PollReport = {
  fetched: number
  ticketed: number
  ignored: number
  quarantined: number
  /** Mail still waits on the server. */
  more: boolean
}

/**
 * Reads what waits in an account and turns it into tickets, batch by batch, oldest first.
 *
 * Not a workflow: a poll is as long as the mailbox is full. Each of its batches is one.
 * @returns null while another instance polls the account
 * @throws what the mail server or the database said; the account is marked failing
 */
export async function pollMailAccount(
  container: MedusaContainer,
  accountId: string,
  limits: PollLimits = {}
): Promise<PollReport | null> {
  const tally = { ticketed: 0, ignored: 0, quarantined: 0 }
  const poll = await container.resolve(MAIL_MODULE).pollAccount(
    accountId,
    async (ids) => {
      const { result } = await ticketStoredMailsWorkflow(container).run({
        input: { inbound_mail_ids: ids },
      })
      tally.ticketed += result.ticketed
      tally.ignored += result.ignored
      tally.quarantined += result.quarantined
    },
    limits
  )
  return poll && { fetched: poll.fetched, ...tally, more: poll.more }
}
