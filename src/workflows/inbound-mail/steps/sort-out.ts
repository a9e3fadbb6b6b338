import type { MedusaContainer } from "@medusajs/framework/types"
import { HELPDESK_MODULE } from "../../../modules/helpdesk"
import { MAIL_MODULE } from "../../../modules/mail"
import { isBackscatter } from "../../../modules/mail/domain/backscatter"
import { loopReason } from "../../../modules/mail/domain/loop-signs"
import { mailIdentity } from "../../../modules/mail/domain/mail-identity"
import { readSignedReference } from "../../../modules/mail/domain/signed-reference"
import { readTestReference } from "../../../modules/mail/domain/test-reference"
import type { ReadEmail } from "../../../modules/mail/mime/read-email"
import type { SettledMail } from "../../../modules/mail/records/settle-mails"
import { referencesOf } from "./references"
import { ignored, quarantined } from "./settled-mail"
import { mailSentence } from "../../../modules/mail/domain/mail-sentences"

export type ReadableMail = {
  id: string
  account_id: string
  sha256: string
  server_date: Date | null
  read: ReadEmail
}

type Sorted = {
  fresh: ReadableMail[]
  ignored: SettledMail[]
  /** Quarantined, because they go in a circle. */
  circling: SettledMail[]
}

/**
 * Leaves out second copies, our own mail that came back, mail that goes in a circle and failures of
 * mail that is not ours.
 * @param by_hand a person wants them: the last two are let through
 */
export async function sortOut(
  container: MedusaContainer,
  mails: ReadableMail[],
  by_hand: boolean
): Promise<Sorted> {
  const service = container.resolve(MAIL_MODULE)
  const key = await service.referenceKey()
  const token = await service.loopToken()
  const owners = await service.claimIdentities(
    mails.map(({ id, sha256, read }) => ({
      inbound_mail_id: id,
      identity: mailIdentity(read, sha256),
    }))
  )
  const namesOurs = await reportsOnOurs(container, mails, key)
  const sorted: Sorted = { fresh: [], ignored: [], circling: [] }

  for (const mail of mails) {
    const { id, read } = mail
    const first = owners.get(id)
    const circle = loopReason(read, token)

    if (first !== undefined && first !== id) {
      sorted.ignored.push({
        ...ignored(id, read, mailSentence("duplicate", { id: first })),
        duplicate_of_id: first,
      })
    } else if (readTestReference([read.message_id ?? "", ...read.loop_tokens], key)) {
      sorted.ignored.push(ignored(id, read, mailSentence("test_mail")))
    } else if (read.message_id && readSignedReference(read.message_id, key)) {
      sorted.ignored.push(ignored(id, read, mailSentence("own_mail")))
    } else if (circle && !by_hand) {
      sorted.circling.push(quarantined(id, read, circle))
    } else if (isBackscatter(read, namesOurs.has(id)) && !by_hand) {
      sorted.ignored.push(ignored(id, read, mailSentence("backscatter")))
    } else {
      sorted.fresh.push(mail)
    }
  }
  return { ...sorted, fresh: await withRepeatedIds(container, sorted.fresh) }
}

/** The bounces among the mails that name a message which is still on a ticket. */
async function reportsOnOurs(
  container: MedusaContainer,
  mails: ReadableMail[],
  key: Buffer
): Promise<Set<string>> {
  const signed = mails
    .filter(({ read }) => read.bounce !== null)
    .map(({ id, read }) => ({
      id,
      messageIds: referencesOf(read).flatMap(
        (reference) => readSignedReference(reference, key) ?? []
      ),
    }))
  const standing = await container
    .resolve(HELPDESK_MODULE)
    .messagesOnTickets(signed.flatMap(({ messageIds }) => messageIds))

  return new Set(
    signed
      .filter(({ messageIds }) => messageIds.some((id) => standing.has(id)))
      .map(({ id }) => id)
  )
}

/** Says so on a mail whose Message-ID another mail has already: one of the two may be forged. */
async function withRepeatedIds(
  container: MedusaContainer,
  mails: ReadableMail[]
): Promise<ReadableMail[]> {
  const named = mails.flatMap(({ id, read: { message_id } }) =>
    message_id ? [{ inbound_mail_id: id, message_id }] : []
  )
  const used = await container.resolve(MAIL_MODULE).usedMessageIds(named)

  return mails.map((mail) => {
    const { message_id, problems } = mail.read
    const other = message_id && used.get(message_id)

    if (message_id && !other) {
      used.set(message_id, mail.id)
    }
    return other
      ? {
          ...mail,
          read: {
            ...mail.read,
            problems: [...problems, mailSentence("same_message_id", { id: other })],
          },
        }
      : mail
  })
}
