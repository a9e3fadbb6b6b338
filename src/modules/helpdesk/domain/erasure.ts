/** Stands where something about a person was. */
export const ERASED = "[erased]"

/**
 * Events that name statuses, departments, agents, tickets and moments, and nothing of a customer: they
 * keep what they say. Of every other event only its kind, its author and its time are kept (K-10).
 */
export const IMPERSONAL_EVENTS = [
  "assigned",
  "claimed",
  "classified",
  "created",
  "due_date_changed",
  "merged",
  "merged_into",
  "moved",
  "related",
  "released",
  "reply_rescheduled",
  "reply_scheduled",
  "snoozed",
  "split_from",
  "split_off",
  "status_changed",
  "undone",
  "unmerged",
  "unmerged_from",
  "unrelated",
  "visibility_changed",
  "woken",
] as const
