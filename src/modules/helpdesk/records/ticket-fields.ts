import { isDeepStrictEqual } from "node:util"
import { rowsOf, type Sql } from "../../../sql"
import type { FieldValue, FieldValues } from "../domain/custom-field"
import type { Change } from "./ticket-events"

/** Values that fields get, and the keys of those that lose theirs. */
export type FieldChanges = { set: FieldValues; unset: string[] }

/** Adds to what changes on a ticket what differs in its fields. */
export async function changeFields(
  sql: Sql,
  ticketId: string,
  wanted: FieldChanges | undefined,
  set: Record<string, unknown>,
  changes: Change[]
): Promise<void> {
  if (!wanted) {
    return
  }
  const [ticket] = await rowsOf<{ custom_fields: FieldValues | null }>(
    sql,
    `select custom_fields from crm_ticket where id = ?`,
    [ticketId]
  )
  const before = ticket?.custom_fields ?? {}
  const after: FieldValues = { ...before, ...wanted.set }

  for (const key of wanted.unset) {
    delete after[key]
  }
  const keys = [...Object.keys(wanted.set), ...wanted.unset].filter(
    (key) => !isDeepStrictEqual(before[key]?.value, after[key]?.value)
  )
  if (keys.length) {
    set.custom_fields = after
    changes.push({
      type: "custom_fields_changed",
      data: {
        labels: keys.map((key) => (after[key] ?? before[key]).label),
        from: valuesOf(before, keys),
        to: valuesOf(after, keys),
      },
    })
  }
}

const valuesOf = (
  values: FieldValues,
  keys: string[]
): Record<string, FieldValue | null> =>
  Object.fromEntries(keys.map((key) => [key, values[key]?.value ?? null]))
