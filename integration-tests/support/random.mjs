/** Chance that repeats itself: the same seed gives the same run (mulberry32). */
export function random(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low, high) => low + Math.floor(next() * (high - low + 1))

  return {
    next,
    between,
    pick: (list) => list[between(0, list.length - 1)],
    /** The first whose share of the whole covers the draw: `[[0.9, "a"], [0.1, "b"]]`. */
    share: (shares) => {
      let draw = next()
      for (const [share, value] of shares) {
        if ((draw -= share) < 0) return value
      }
      return shares[shares.length - 1][1]
    },
  }
}
