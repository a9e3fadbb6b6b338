const LIMIT_MS = 60_000
const PAUSE_MS = 50

/**
 * Waits for a condition instead of for a time.
 * @template T
 * @param {() => T | Promise<T>} condition anything truthy ends the wait
 * @param {{ what: string | (() => string), limitMs?: number }} options
 * @returns {Promise<T>} what the condition answered
 */
export async function until(condition, { what, limitMs = LIMIT_MS }) {
  const deadline = Date.now() + limitMs

  for (;;) {
    const answer = await condition()
    if (answer) return answer
    if (Date.now() > deadline) {
      throw new Error(
        `Waited ${limitMs / 1000} s for ${typeof what === "function" ? what() : what}`
      )
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}
