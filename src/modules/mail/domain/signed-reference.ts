import { createHmac, timingSafeEqual } from "node:crypto"

const SIGNATURE_LENGTH = 20

/**
 * The Message-ID of a mail that leaves the desk: it names the ticket message and proves that we
 * named it, so that a reply to it is known even when nothing else of the mail survived.
 * @param key secret of the desk
 * @param domain of the sending address
 * @returns without angle brackets (RFC 5322 3.6.4)
 */
export const signedReference = (ticketMessageId: string, domain: string, key: Buffer) =>
  `${ticketMessageId}.${signature(ticketMessageId, key)}@${domain}`

/** @returns the ticket message that the reference names, or null when we did not sign it */
export function readSignedReference(messageId: string, key: Buffer): string | null {
  const [, ticketMessageId, given] =
    /^(tmsg_[0-9a-z]{26})\.([0-9a-z_-]{20})@/i.exec(messageId) ?? []

  if (!ticketMessageId) {
    return null
  }
  const expected = Buffer.from(signature(ticketMessageId, key))

  return timingSafeEqual(expected, Buffer.from(given)) ? ticketMessageId : null
}

const signature = (ticketMessageId: string, key: Buffer) =>
  createHmac("sha256", key)
    .update(ticketMessageId)
    .digest("hex")
    .slice(0, SIGNATURE_LENGTH)
