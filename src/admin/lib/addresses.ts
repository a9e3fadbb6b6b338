/** What was typed into a line for several addresses. */
export const addressesOf = (line: string): string[] => [
  ...new Set(
    line
      .split(/[\s,;]+/)
      .map((address) => address.trim().toLowerCase())
      .filter(Boolean)
  ),
]

/** Enough to enable a button; the server decides. */
export const looksLikeAddress = (text: string): boolean =>
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim())
