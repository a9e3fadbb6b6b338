import type { MessageKind } from "./message"
import type { StatusCategory } from "./ticket-status"

export type Awaiting = "agent" | "customer" | "none"

/**
 * Whose turn it is, from the last public message (K-1). A customer's last word on a closed ticket
 * waits for nobody: an agent closed it without an answer on purpose.
 * @param lastPublic kind of the last message that the customer wrote or could read
 */
export function awaitingOf(
  lastPublic: MessageKind | null,
  category: StatusCategory
): Awaiting {
  if (lastPublic === "agent") {
    return "customer"
  }
  return lastPublic === "customer" && category !== "closed" ? "agent" : "none"
}
