import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../../modules/helpdesk"
import type {
  IncomingMail,
  ReceivedMail,
} from "../../../modules/helpdesk/records/incoming-mail"
import { MAIL_MODULE } from "../../../modules/mail"
import { serverWords } from "../../../modules/mail/domain/server-words"
import type { SettledMail } from "../../../modules/mail/records/settle-mails"
import { isDataError } from "../../../sql"
import { answerAutomatically } from "./answer-automatically"
import { prepareMails, type PreparedMail } from "./prepare-mails"
import { recordBouncesOf } from "./record-bounces"
import { quarantined, settled } from "./settled-mail"
import { sortOut, type ReadableMail } from "./sort-out"
import { mailSentence } from "../../../modules/mail/domain/mail-sentences"

export type TicketedMails = {
  received: ReceivedMail[]
  ticketed: number
  ignored: number
  quarantined: number
}

export type MailsToTicket = {
  inbound_mail_ids: string[]
  /** A person wants these on tickets, whatever else would become of them. */
  by_hand?: boolean
}

/**
 * Reads, recognises and records a batch. One step, because what passes through it is whole mails:
 * they stay out of the workflow's records. There is nothing to undo: each part can be done again.
 */
export const ticketMailsStep = createStep(
  { name: "ticket-mails", noCompensation: true },
  async ({ inbound_mail_ids, by_hand = false }: MailsToTicket, { container }) => {
    const mail = container.resolve(MAIL_MODULE)
    const mails = await mail.readStoredMails(inbound_mail_ids)
    const unreadable = mails.flatMap(({ id, unreadable: reason }) =>
      reason === null ? [] : [quarantined(id, null, reason)]
    )
    const readable = mails.flatMap(({ read, ...row }): ReadableMail[] =>
      read ? [{ ...row, read }] : []
    )
    const { fresh, ignored, circling } = await sortOut(container, readable, by_hand)
    const { prepared, postponed, orphaned } = await prepareMails(container, fresh)
    const { received, failed } = await receiveEach(container, prepared)

    await mail.liftSuppressions(writersOf(prepared, received))
    await answerAutomatically(container, by_hand ? [] : prepared, received)
    await recordBouncesOf(container, prepared)
    await mail.settleMails([
      ...unreadable,
      ...ignored,
      ...circling,
      ...orphaned.map(({ id, read }) =>
        quarantined(id, read, mailSentence("account_removed"))
      ),
      ...failed,
      ...received.map((outcome) =>
        ticketed(
          outcome,
          prepared.find(({ id }) => id === outcome.inbound_mail_id)
        )
      ),
    ])
    const givenUp = await mail.postponeMails(postponed)

    // What another instance has put on its ticket, it has looked at too.
    const known = new Set(
      received.flatMap(({ inbound_mail_id, was_known }) =>
        was_known ? [inbound_mail_id] : []
      )
    )
    await mail.observeMails(readable.filter(({ id }) => !known.has(id)))

    return new StepResponse<TicketedMails>({
      received: received.filter(({ was_known }) => !was_known),
      ticketed: received.length,
      ignored: ignored.length,
      quarantined:
        unreadable.length + circling.length + orphaned.length + failed.length + givenUp,
    })
  }
)

/**
 * Records the batch in one transaction. When that fails, mail by mail: a mail that the database
 * refuses is quarantined, and the others do not suffer for it.
 * @throws when the database itself is in trouble; the mails stay stored
 */
async function receiveEach(container: MedusaContainer, mails: PreparedMail[]) {
  const helpdesk = container.resolve(HELPDESK_MODULE)
  const failed: SettledMail[] = []

  if (!mails.length) {
    return { received: [] as ReceivedMail[], failed }
  }
  try {
    return { received: await helpdesk.receiveMails(mails.map(incoming)), failed }
  } catch (error) {
    if (!isDataError(error) && mails.length > 1) {
      throw error
    }
  }
  const received: ReceivedMail[] = []

  for (const mail of mails) {
    try {
      received.push(...(await helpdesk.receiveMails([incoming(mail)])))
    } catch (error) {
      if (!isDataError(error)) {
        throw error
      }
      failed.push(quarantined(mail.id, mail.read, serverWords(error)))
    }
  }
  return { received, failed }
}

const incoming = ({ mail }: PreparedMail): IncomingMail => mail

/** People who wrote just now: mail to them does arrive. A machine or a forger proves nothing. */
const writersOf = (prepared: PreparedMail[], received: ReceivedMail[]): string[] => {
  const arrived = new Set(received.map(({ inbound_mail_id }) => inbound_mail_id))

  return prepared.flatMap(({ id, read, mail }) =>
    arrived.has(id) &&
    read.from &&
    mail.automated === null &&
    mail.sender_check !== "fail"
      ? [read.from.address]
      : []
  )
}

const ticketed = (
  outcome: ReceivedMail,
  mail: PreparedMail | undefined
): SettledMail => ({
  ...settled(outcome.inbound_mail_id, mail?.read ?? null),
  ticket_id: outcome.ticket_id,
  ticket_message_id: outcome.message_id,
})
