import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MAIL_MODULE } from "../../../modules/mail"
import type { BouncedMail } from "../../../modules/mail/records/bounces"
import { serverWords } from "../../../modules/mail/domain/server-words"
import { isDataError } from "../../../sql"
import { TICKET_MESSAGE } from "../../outbound-mail/compose-mail"
import { reportDeliveries } from "../../outbound-mail/drain-outbox"
import type { PreparedMail } from "./prepare-mails"

/**
 * Shows bounces on the messages whose mail they are about. Only our own signed Message-ID names one:
 * anybody can write a report about any address. Doing it again changes nothing.
 */
export async function recordBouncesOf(
  container: MedusaContainer,
  prepared: PreparedMail[]
): Promise<void> {
  const bounces = prepared.flatMap(bounceOf)

  if (bounces.length) {
    await recordAll(container, bounces)
    await reportDeliveries(container)
  }
}

/** All at once; where the database refuses one, the others are recorded without it. */
async function recordAll(
  container: MedusaContainer,
  bounces: BouncedMail[]
): Promise<void> {
  try {
    await container.resolve(MAIL_MODULE).recordBounces(bounces)
  } catch (error) {
    if (!isDataError(error)) {
      throw error
    }
    const [refused, ...others] = bounces

    if (!others.length) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(
          `The bounce ${refused.inbound_mail_id} could not be recorded: ${serverWords(error)}`
        )
      return
    }
    for (const bounce of bounces) {
      await recordAll(container, [bounce])
    }
  }
}

function bounceOf({ id, read, mail, server_date }: PreparedMail): BouncedMail[] {
  const [messageId] = mail.signed

  if (!read.bounce || !messageId) {
    return []
  }
  const happened = new Map(read.delivery_status.map((status) => [status.address, status]))
  return [
    {
      inbound_mail_id: id,
      reference: TICKET_MESSAGE,
      reference_id: messageId,
      at: (server_date ?? new Date()).toISOString(),
      recipients: read.bounce.recipients.map(({ address, status, permanent }) => ({
        address,
        status,
        permanent,
        response: happened.get(address)?.words ?? null,
        is_delayed: happened.get(address)?.action === "delayed",
      })),
    },
  ]
}
