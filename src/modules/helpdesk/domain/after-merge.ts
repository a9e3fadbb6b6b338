import type { StatusCategory } from "./ticket-status"

/**
 * What the ticket that lives on becomes when others go into it. A question that somebody still has
 * to answer must not vanish in a closed ticket: then it is opened again.
 * @returns the category to change to, or null to leave the status alone
 */
export const afterMerge = (
  survivor: StatusCategory,
  merged: StatusCategory
): StatusCategory | null => (survivor === "closed" && merged !== "closed" ? "open" : null)
