/** A key made of a label, as keys have to be: lower case letters, digits and `_`. */
export function keyFrom(label: string): string {
  const plain = label
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^[^a-z]+|_+$/g, "")

  return plain.slice(0, 40).replace(/_+$/, "")
}

/** A choice a line, each once. */
export const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean)
  ),
]
