import { createHmac } from "node:crypto"
import type { RecipientState } from "../types"

/** Why an address gets no automatic mail. */
export const SUPPRESSION_REASONS = ["hard_bounce", "soft_bounces"] as const
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number]

/** Failures that may pass suppress an address only when they add up: so many ... */
export const SOFT_BOUNCES = 5
/** ... in so many days. */
export const SOFT_BOUNCE_DAYS = 7

/** What an erased address stays suppressed as: nobody reads the address out of it. @param key the desk's own */
export const pseudonymOf = (address: string, key: Buffer): string =>
  `erased:${createHmac("sha256", key).update(address.toLowerCase()).digest("hex")}`

/** A mail that came back from an address, or was refused there. */
export type AddressFailure = {
  address: string
  /** RFC 3463, e.g. `5.1.1`. */
  status: string | null
  /** Nobody is there: not merely this mail, any mail fails. */
  permanent: boolean
  response: string | null
}

/** @param softBounces failures that may pass, in the last days and since the address was freed */
export function suppressionFor(
  { permanent }: Pick<AddressFailure, "permanent">,
  softBounces: number
): SuppressionReason | null {
  if (permanent) {
    return "hard_bounce"
  }
  return softBounces >= SOFT_BOUNCES ? "soft_bounces" : null
}

/**
 * Whether a failure says something about the address. A refusal for reasons of policy or security
 * (RFC 3463 X.7.X) is about us or about the mail's text; the address itself may be well.
 */
export const isAboutTheAddress = ({ status }: Pick<AddressFailure, "status">) =>
  status === null || !/^[45]\.7\./.test(status)

const STATUS = /(?<![\d.])5\.\d{1,3}\.\d{1,3}(?![\d.])/
/** No such mailbox, no such domain, mailbox disabled (RFC 3463; 5.1.10 is RFC 7505). */
const NOBODY_THERE = /^5\.(1\.(1|2|3|6|10)|2\.1|4\.4)$/
const MAILBOX_TROUBLE = /^5\.2\./

/** Recipients that this attempt was refused for, where the server said that it is the address. */
export function refusedAddresses(
  before: RecipientState[],
  after: RecipientState[]
): AddressFailure[] {
  const wasRefused = new Set(
    before.filter(({ state }) => state === "refused").map(({ address }) => address)
  )
  return after
    .filter(({ address, state }) => state === "refused" && !wasRefused.has(address))
    .flatMap(({ address, response }) => {
      const status = STATUS.exec(response ?? "")?.[0] ?? null
      const permanent = status !== null && NOBODY_THERE.test(status)

      return permanent || (status !== null && MAILBOX_TROUBLE.test(status))
        ? [{ address, status, permanent, response }]
        : []
    })
}
