import { createHmac } from "node:crypto"
import type { ReadEmail } from "../mime/read-email-types"
import { mailSentence } from "./mail-sentences"

/** More servers than a mail to a person needs. RFC 5321 6.3 refuses at a hundred; we only set aside. */
const MOST_HOPS = 50

/**
 * What the desk's automatic mail carries in `X-Loop`, to be known when it comes back under another
 * Message-ID. The same in all instances that share a key, and says nothing about the key.
 */
export const loopToken = (key: Buffer) =>
  `crm-desk-${createHmac("sha256", key).update("x-loop").digest("hex").slice(0, 24)}`

/**
 * Whether a mail goes in a circle.
 * @param token ours, see `loopToken`
 * @returns the sign it was told by, in a sentence; null when there is none
 */
export function loopReason(
  { received_hops, loop_tokens }: Pick<ReadEmail, "received_hops" | "loop_tokens">,
  token: string
): string | null {
  if (received_hops > MOST_HOPS) {
    return mailSentence("many_hops", { count: received_hops })
  }
  return loop_tokens.some((value) => value.trim() === token)
    ? mailSentence("own_loop")
    : null
}
