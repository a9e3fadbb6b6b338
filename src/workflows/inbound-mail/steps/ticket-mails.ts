import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { HELPDESK_MODULE } from "../../../modules/helpdesk"
import type {
  IncomingMail,
  ReceivedMail,
} from "../../../modules/helpdesk/records/receive-mails"
import { MAIL_MODULE } from "../../../modules/mail"
import { mailIdentity } from "../../../modules/mail/domain/mail-identity"
import { readSignedReference } from "../../../modules/mail/domain/signed-reference"
import { serverWords } from "../../../modules/mail/domain/server-words"
import type { ReadEmail } from "../../../modules/mail/mime/read-email"
import type { SettledMail } from "../../../modules/mail/records/settle-mails"
import { isDataError } from "../../../sql"
import { answerAutomatically } from "./answer-automatically"
import { prepareMails, type PreparedMail } from "./prepare-mails"

export type TicketedMails = {
  received: ReceivedMail[]
  ticketed: number
  ignored: number
  quarantined: number
}

type Readable = {
  id: string
  account_id: string
  sha256: string
  server_date: Date | null
  read: ReadEmail
}

/**
 * Reads, recognises and records a batch. One step, because what passes through it is whole mails:
 * they stay out of the workflow's records. There is nothing to undo: each part can be done again.
 */
export const ticketMailsStep = createStep(
  { name: "ticket-mails", noCompensation: true },
  async ({ inbound_mail_ids }: { inbound_mail_ids: string[] }, { container }) => {
    const mail = container.resolve(MAIL_MODULE)
    const mails = await mail.readStoredMails(inbound_mail_ids)
    const unreadable = mails.flatMap(({ id, unreadable: reason }) =>
      reason === null ? [] : [quarantined(id, null, reason)]
    )
    const readable = mails.flatMap(({ read, ...row }): Readable[] =>
      read ? [{ ...row, read }] : []
    )
    const { fresh, ignored } = await sortOut(container, readable)
    const { prepared, postponed, orphaned } = await prepareMails(container, fresh)
    const { received, failed } = await receiveEach(container, prepared)

    await answerAutomatically(container, prepared, received)
    await mail.settleMails([
      ...unreadable,
      ...ignored,
      ...orphaned.map(({ id, read }) =>
        quarantined(id, read, "Its mail account was removed before it was read")
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

    return new StepResponse<TicketedMails>({
      received: received.filter(({ was_known }) => !was_known),
      ticketed: received.length,
      ignored: ignored.length,
      quarantined: unreadable.length + orphaned.length + failed.length + givenUp,
    })
  }
)

/** Leaves out second copies, and our own mail that came back. */
async function sortOut(container: MedusaContainer, mails: Readable[]) {
  const service = container.resolve(MAIL_MODULE)
  const key = await service.referenceKey()
  const owners = await service.claimIdentities(
    mails.map(({ id, sha256, read }) => ({
      inbound_mail_id: id,
      identity: mailIdentity(read, sha256),
    }))
  )
  const ignored: SettledMail[] = []
  const fresh = mails.filter(({ id, read }) => {
    const first = owners.get(id)

    if (first !== id) {
      ignored.push({
        ...settled(id, read),
        state: "ignored",
        reason: `Duplicate of ${first}`,
        duplicate_of_id: first ?? null,
      })
      return false
    }
    if (read.message_id && readSignedReference(read.message_id, key)) {
      ignored.push({
        ...settled(id, read),
        state: "ignored",
        reason: "Our own mail came back to us",
      })
      return false
    }
    return true
  })
  return { fresh, ignored }
}

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

const settled = (id: string, read: ReadEmail | null): SettledMail => ({
  id,
  state: "ticketed",
  reason: null,
  duplicate_of_id: null,
  ticket_id: null,
  ticket_message_id: null,
  message_id: read?.message_id ?? null,
  from_email: read?.from?.address ?? null,
  from_name: read?.from?.name ?? null,
  subject: read?.subject ?? null,
  problems: read?.problems ?? [],
})

const quarantined = (
  id: string,
  read: ReadEmail | null,
  reason: string
): SettledMail => ({
  ...settled(id, read),
  state: "quarantined",
  reason,
})

const ticketed = (
  outcome: ReceivedMail,
  mail: PreparedMail | undefined
): SettledMail => ({
  ...settled(outcome.inbound_mail_id, mail?.read ?? null),
  ticket_id: outcome.ticket_id,
  ticket_message_id: outcome.message_id,
})
