type Columns = Record<string, unknown>

/** Columns that change together and are restored together; the first one tells whether they stand. */
const GROUPS = [
  ["subject"],
  ["assignee_id"],
  ["due_at"],
  ["url"],
  ["visible_to_customer"],
  ["department_id"],
  ["classification_id"],
  ["customer_id", "customer_proof"],
  ["status_id", "status_category", "held_by_id", "closed_at"],
  ["locked_by_id"],
]

/**
 * What an undo may restore: the columns that are still as the action left them.
 * @param now the same columns as they are
 * @returns columns with the values they had before
 */
export function whatStands(before: Columns, after: Columns, now: Columns): Columns {
  const standing = GROUPS.filter(
    ([lead]) =>
      lead in after &&
      same(now[lead], after[lead]) &&
      // What the action set to the value it had is no part of it.
      !same(before[lead], after[lead])
  ).flat()

  return Object.fromEntries(
    standing
      .filter((column) => column in before)
      .map((column) => [column, before[column] ?? null])
  )
}

/** Values come from the database or from JSON, where a moment is text. */
const same = (one: unknown, other: unknown) =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
