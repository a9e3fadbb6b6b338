import type { Placeholder } from "../../modules/helpdesk/domain/fill-text"

/** What variables stand for. Without values only which there are: a text that is written for later. */
export type KnownVariables = ReadonlyMap<string, string | null | undefined>

/** How a placeholder is shown. Nothing known yet: as if all were well. */
export function remarkOn(
  { name, fallback }: Placeholder,
  known: KnownVariables | undefined
): { state: "filled" | "unresolved"; title: string } {
  if (!known) {
    return { state: "filled", title: "" }
  }
  const value = known.get(name)
  const isThere = known.has(name) && (value === undefined || value || fallback !== null)

  return isThere
    ? { state: "filled", title: value || (fallback ?? "") }
    : { state: "unresolved", title: "" }
}

/** `{{ name }}`, as it is put into a text. */
export const placeholderOf = (name: string): string => `{{ ${name} }}`
