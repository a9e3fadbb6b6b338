/** At most so many characters, and no half of a surrogate pair at the end. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) {
    return text
  }
  const endsInPair = /[\ud800-\udbff]/.test(text[most - 1])
  return text.slice(0, endsInPair ? most - 1 : most)
}
