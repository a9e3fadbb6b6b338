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
