/** A placeholder of a text: `{{ customer.name }}` or `{{ customer.name | default: "there" }}`. */
export type Placeholder = {
  /** As it stands in the text, braces included. */
  source: string
  name: string
  fallback: string | null
}

/** Why a placeholder cannot be filled. */
export type Unresolved = {
  name: string
  source: string
  reason: "unknown" | "empty" | "broken"
}

type Values = ReadonlyMap<string, string | null>

/**
 * A brace-pair without braces and tags inside, at most 300 characters: linear on any input. The
 * quotes of a fallback may be typographic, since editors make them so.
 */
const PLACEHOLDER = /\{\{([^{}<>]{1,300})\}\}/g
const EXPRESSION =
  /^\s*([\p{L}\p{N}_.-]{1,100})\s*(?:\|\s*default\s*:\s*["“”„'‘’]([^"“”„]*)["“”'‘’]\s*)?$/u

/** The placeholders of a text in the order they stand in it. */
export const placeholdersIn = (text: string): Placeholder[] =>
  [...text.matchAll(PLACEHOLDER)].map(([source, inside]) =>
    readPlaceholder(source, inside)
  )

/** What cannot be filled, each spot once, in order. */
export function unresolvedIn(text: string, values: Values): Unresolved[] {
  return placeholdersIn(text).flatMap(({ name, source, fallback }): Unresolved[] => {
    if (name === "") {
      return [{ name: source, source, reason: "broken" }]
    }
    if (!values.has(name)) {
      return [{ name, source, reason: "unknown" }]
    }
    return values.get(name) || fallback !== null
      ? []
      : [{ name, source, reason: "empty" }]
  })
}

/**
 * Puts values in the place of names, once: a value that looks like a placeholder stays what it is.
 * What cannot be filled stays as it was written; {@link unresolvedIn} says so before.
 */
export const fillText = (text: string, values: Values): string =>
  replacePlaceholders(text, (placeholder) => filled(placeholder, values))

/** The same in HTML: every value is escaped, its lines become `<br>`. */
export const fillHtml = (html: string, values: Values): string =>
  replaceInHtml(html, (placeholder) => {
    const value = filled(placeholder, values)

    return value === placeholder.source ? value : lineBreaks(escapeHtml(value))
  })

/** One pass over the placeholders of a text. */
export const replacePlaceholders = (
  text: string,
  replace: (placeholder: Placeholder) => string
): string =>
  text.replace(PLACEHOLDER, (source: string, inside: string) =>
    replace(readPlaceholder(source, inside))
  )

/** One pass over the placeholders of HTML. @param replace must answer HTML */
export const replaceInHtml = (
  html: string,
  replace: (placeholder: Placeholder) => string
): string =>
  html.replace(PLACEHOLDER, (source: string, inside: string) =>
    replace(readPlaceholder(source, unescapeHtml(inside)))
  )

/**
 * What cannot be filled in HTML. A placeholder that formatting cuts in two is no placeholder any
 * more: it is seen by its text alone, and is `broken`.
 * @param text the text of the same HTML
 */
export function unresolvedInHtml(
  html: string,
  text: string,
  values: Values
): Unresolved[] {
  const whole = new Map<string, number>()

  for (const [, inside] of html.matchAll(PLACEHOLDER)) {
    const key = squeezed(unescapeHtml(inside))
    whole.set(key, (whole.get(key) ?? 0) + 1)
  }
  const broken = [...text.matchAll(PLACEHOLDER)].flatMap(
    ([source, inside]): Unresolved[] => {
      const key = squeezed(inside)
      const left = whole.get(key) ?? 0

      whole.set(key, left - 1)
      return left > 0 ? [] : [{ name: source, source, reason: "broken" }]
    }
  )
  return [...unresolvedIn(text, values), ...broken].filter(
    ({ source, reason }, index, all) =>
      all.findIndex((one) => one.source === source && one.reason === reason) === index
  )
}

/** Names that no longer exist, so that a text with them is not saved. */
export const unknownIn = (text: string, known: (name: string) => boolean): string[] => [
  ...new Set(
    placeholdersIn(text)
      .filter(({ name }) => name === "" || !known(name))
      .map(({ name, source }) => name || source)
  ),
]

export const escapeHtml = (text: string): string =>
  text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/'/g, "&#39;")

export const lineBreaks = (html: string): string => html.replace(/\r?\n/g, "<br>")

function readPlaceholder(source: string, inside: string): Placeholder {
  const [, name = "", fallback] = EXPRESSION.exec(inside.replace(/\u00a0/g, " ")) ?? []

  return { source, name, fallback: fallback ?? null }
}

const filled = ({ name, source, fallback }: Placeholder, values: Values): string =>
  name && values.has(name) ? values.get(name) || (fallback ?? source) : source

const squeezed = (inside: string) => inside.replace(/\s+/g, " ").trim()

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: " ",
  "#39": "'",
  "#x27": "'",
}

const unescapeHtml = (html: string) =>
  html.replace(/&(amp|lt|gt|quot|nbsp|#39|#x27);/g, (_, name: string) => ENTITIES[name])
