/** Says which step the demo is on, and how long each took. */
const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

/** @param {number} total */
export function progress(total) {
  const start = Date.now()
  let number = 0

  return {
    elapsed: () => seconds(start),

    /**
     * @template T
     * @param {string} title @param {string} expected how long it usually takes, or ""
     * @param {() => Promise<T | Skipped>} work
     */
    async step(title, expected, work) {
      number++
      const label = `[${number}/${total}]`
      console.log(`${label} ${title}${expected && ` (about ${expected})`}`)
      const begun = Date.now()
      const result = await work()
      const outcome =
        result instanceof Skipped ? result.reason : `done in ${seconds(begun)}`
      console.log(`${" ".repeat(label.length)} ${outcome}`)
      return result
    },
  }
}

/** A step that had nothing to do. */
export class Skipped {
  constructor(reason) {
    this.reason = reason
  }
}

/** What a person can act on: shown without a stack. */
export class DemoError extends Error {}
