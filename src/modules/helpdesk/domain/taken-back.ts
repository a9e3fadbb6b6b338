/** What a post changes on its ticket, as far as it can be given back. */
export type PostedState = {
  status_id: string
  status_category: string
  closed_at: string | null
  held_by_id: string | null
  locked_by_id: string | null
  awaiting: string
  last_agent_id: string | null
  snoozed_until: string | null
  snoozed_by_id: string | null
  last_message_at: string
}

/** What goes together: status and its marks are one thing. */
const GROUPS = [
  {
    told_by: "status_id",
    columns: ["status_id", "status_category", "closed_at", "held_by_id"],
  },
  { told_by: "locked_by_id", columns: ["locked_by_id"] },
  { told_by: "awaiting", columns: ["awaiting"] },
  { told_by: "last_agent_id", columns: ["last_agent_id"] },
  { told_by: "last_message_at", columns: ["last_message_at"] },
  { told_by: "snoozed_until", columns: ["snoozed_until", "snoozed_by_id"] },
] as const satisfies readonly {
  told_by: keyof PostedState
  columns: readonly (keyof PostedState)[]
}[]

/**
 * The columns that are set back when a reply is taken back: those that are still as the reply left
 * them. What somebody changed since is theirs.
 */
export function columnsToRestore(
  before: PostedState,
  after: PostedState,
  now: PostedState
): Partial<PostedState> {
  const columns = GROUPS.filter(
    ({ told_by }) => now[told_by] === after[told_by] && before[told_by] !== after[told_by]
  ).flatMap((group): readonly (keyof PostedState)[] => group.columns)

  return Object.fromEntries(columns.map((column) => [column, before[column]]))
}
