/** Groups what has a moment by the calendar day of the reader, in the order given. */
export function byDay<Item extends { created_at: string }>(
  items: Item[]
): { day: string; items: Item[] }[] {
  const days: { day: string; items: Item[] }[] = []

  for (const item of items) {
    const day = new Date(item.created_at).toDateString()
    const last = days.at(-1)

    if (last?.day === day) {
      last.items.push(item)
    } else {
      days.push({ day, items: [item] })
    }
  }
  return days
}
