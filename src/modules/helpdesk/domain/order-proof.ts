/**
 * How we know that an order belongs to a ticket, strongest first.
 * `suggestion`: the number is right and nothing shows that the order is the sender's.
 */
export const ORDER_PROOFS = [
  "agent",
  "account",
  "verified_email",
  "address_match",
  "suggestion",
] as const
export type OrderProof = (typeof ORDER_PROOFS)[number]

/**
 * What ties an order to the sender of a mail whose text names its number (X-01 AC1, AC2).
 * @param check what the mail system in front of the desk said of the sender
 */
export function proofOf(
  sender: string | null,
  orderAddresses: (string | null | undefined)[],
  check: "pass" | "fail" | "none"
): OrderProof {
  const isSame = orderAddresses.some(
    (address) => address && sender && address.toLowerCase() === sender.toLowerCase()
  )
  if (!isSame || check === "fail") {
    return "suggestion"
  }
  return check === "pass" ? "verified_email" : "address_match"
}

/**
 * Whether a reply may say what is in the order (X-01 AC2): its owner's identity was checked, or an
 * agent put it there. An address alone can be anybody's.
 */
export const mayBeTold = (proof: OrderProof): boolean =>
  proof === "agent" || proof === "account" || proof === "verified_email"
