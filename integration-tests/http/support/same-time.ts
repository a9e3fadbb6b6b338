const PAIRS = 14
const FEWEST_ROUNDS = 4
const MOST_ROUNDS = 10

/**
 * How long two requests take, asked in turns so that whatever else the machine does meets both, until
 * their medians have settled.
 * @param between run after each round, outside the measured time
 * @returns the second's median over the first's
 */
export async function medianRatio(
  first: () => Promise<unknown>,
  second: () => Promise<unknown>,
  between: () => Promise<unknown> = async () => undefined
): Promise<number> {
  const times: [number[], number[]] = [[], []]
  const timed = async (ask: () => Promise<unknown>, into: number[]) => {
    const start = process.hrtime.bigint()

    await ask()
    into.push(Number(process.hrtime.bigint() - start) / 1e6)
  }
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const isTurned = pair % 2 === 1

      await (isTurned ? timed(second, times[1]) : timed(first, times[0]))
      await (isTurned ? timed(first, times[0]) : timed(second, times[1]))
    }
    await between()
    if (round >= FEWEST_ROUNDS && Math.abs(ratioOf(times) - 1) < 0.1) break
  }
  return ratioOf(times)
}

const ratioOf = ([first, second]: [number[], number[]]) =>
  medianOf(second) / medianOf(first)

const medianOf = (values: number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
