/** Who comes to the storefront: logged in, by an order's code, or by the link of a mail. */
export type Visitor =
  | { kind: "customer"; customer_id: string; email: string; proven: boolean }
  | { kind: "order"; order_id: string; email: string }
  | { kind: "ticket"; ticket_id: string; email: string }

/** Which tickets a visitor sees: those that any of these names, and no other. */
export type StoreScope = {
  /** Opened by this customer, or given to it by an agent. */
  customer_id: string | null
  /** Of this address, which the customer has shown to read mail at (I8). */
  proven_email: string | null
  /** Opened by colleagues whose group shares its requests, unless they keep one to themselves. */
  colleague_ids: string[]
  ticket: { id: string; email: string } | null
  /** About this order, and of the order's own address. */
  order: { id: string; email: string } | null
}

/**
 * A number, a subject, a From or an account's address alone opens nothing: anybody can write or
 * register those.
 */
export function scopeOf(visitor: Visitor, colleague_ids: string[] = []): StoreScope {
  const nothing: StoreScope = {
    customer_id: null,
    proven_email: null,
    colleague_ids: [],
    ticket: null,
    order: null,
  }
  switch (visitor.kind) {
    case "customer":
      return {
        ...nothing,
        customer_id: visitor.customer_id,
        proven_email: visitor.proven ? visitor.email.toLowerCase() : null,
        colleague_ids: colleague_ids.filter((id) => id !== visitor.customer_id),
      }
    case "order":
      return {
        ...nothing,
        order: { id: visitor.order_id, email: visitor.email.toLowerCase() },
      }
    case "ticket":
      return {
        ...nothing,
        ticket: { id: visitor.ticket_id, email: visitor.email.toLowerCase() },
      }
  }
}

/** What ties a customer to a ticket so well that My Account may show it. */
export const SHOWN_PROOFS = ["account", "agent"] as const

/** Whose message it is, as the visitor reads it. */
export type AuthorKind = "you" | "colleague" | "shop"

/**
 * @param isOwn the ticket is the visitor's own
 * @param authorId the customer who wrote it in the store, if one did
 */
export function authorKind(
  message: { kind: "customer" | "agent"; author_id: string | null },
  customerId: string | null,
  isOwn: boolean
): AuthorKind {
  if (message.kind === "agent") {
    return "shop"
  }
  return message.author_id === null
    ? isOwn
      ? "you"
      : "colleague"
    : message.author_id === customerId
      ? "you"
      : "colleague"
}
