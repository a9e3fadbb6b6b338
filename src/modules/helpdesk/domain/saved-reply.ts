/** Who sees a saved reply: its maker, a team, the agents on a department's tickets, or all. */
export const SAVED_REPLY_SCOPES = ["personal", "team", "department", "everyone"] as const
export type SavedReplyScope = (typeof SAVED_REPLY_SCOPES)[number]
