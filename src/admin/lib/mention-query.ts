/** A mention that is being typed: `@ad` at the end of what stands before the cursor. */
export type MentionQuery = { from: number; query: string }

/** Names have spaces, but nobody types three words before choosing. */
const TYPING = /(?<![\p{L}\p{N}._%+-])@([\p{L}\p{N}.'-]*(?: [\p{L}\p{N}.'-]*)?)$/u

export function mentionBefore(text: string, cursor: number): MentionQuery | null {
  const match = TYPING.exec(text.slice(0, cursor))

  return match ? { from: match.index, query: match[1] } : null
}

/** The text with the name in place of what was typed, and where the cursor goes. */
export function withMention(
  text: string,
  cursor: number,
  { from }: MentionQuery,
  name: string
): { text: string; cursor: number } {
  const before = `${text.slice(0, from)}@${name} `

  return { text: before + text.slice(cursor).replace(/^ /, ""), cursor: before.length }
}

/** Colleagues whose name or address has a word that begins so. */
export const matchingColleagues = <C extends { name: string; email: string }>(
  colleagues: C[],
  query: string
): C[] =>
  colleagues.filter(({ name, email }) =>
    [name, email, ...name.split(" ")].some((word) =>
      word.toLowerCase().startsWith(query.toLowerCase())
    )
  )
