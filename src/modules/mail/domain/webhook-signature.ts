import { createHmac, timingSafeEqual } from "node:crypto"

/** What a sender states about a raw mail before it sends the first byte of it. */
export type Delivery = {
  /** Seconds since 1970, by the sender's clock. */
  timestamp: string
  /** Of the raw mail, in lower case hex. */
  sha256: string
  /** {@link signDelivery} of the two, in lower case hex. */
  signature: string
}

/** Seconds by which a sender's clock may differ, and a captured request stays of any use. */
export const CLOCK_TOLERANCE_SECONDS = 300

/** HMAC-SHA256 of `<timestamp>.<sha256>`, in hex: signed before the body is read, and bound to it. */
export const signDelivery = (
  secret: string,
  { timestamp, sha256 }: Pick<Delivery, "timestamp" | "sha256">
): string => createHmac("sha256", secret).update(`${timestamp}.${sha256}`).digest("hex")

/** @param now milliseconds since 1970 */
export function checkDelivery(
  secret: string,
  delivery: Delivery,
  now: number
): "signed" | "stale" | "forged" {
  const expected = Buffer.from(signDelivery(secret, delivery))
  const given = Buffer.from(delivery.signature)

  if (expected.length !== given.length || !timingSafeEqual(expected, given)) {
    return "forged"
  }
  const age = Math.abs(now / 1000 - Number(delivery.timestamp))

  return age <= CLOCK_TOLERANCE_SECONDS ? "signed" : "stale"
}
