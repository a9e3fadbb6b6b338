/** `1:5,9,11:12`: a long list of single numbers would overrun the line limit of some servers. */
export function uidSet(uids: number[]): string {
  const ranges: [number, number][] = []

  for (const uid of uids) {
    const last = ranges.at(-1)

    if (last && uid === last[1] + 1) {
      last[1] = uid
    } else {
      ranges.push([uid, uid])
    }
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}:${to}`)).join(",")
}
