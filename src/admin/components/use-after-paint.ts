import { useEffect, useState } from "react"

/** The longest that a busy page keeps what can wait from beginning, in milliseconds. */
const LIMIT_MS = 500

/**
 * True once the page has been painted and has nothing better to do: what stands beside the
 * conversation must not make the agent wait for it.
 */
export function useAfterPaint(): boolean {
  const [isPainted, setIsPainted] = useState(false)

  useEffect(() => {
    // Safari has no idle callback.
    if (typeof requestIdleCallback !== "function") {
      const timer = setTimeout(() => setIsPainted(true), 50)
      return () => clearTimeout(timer)
    }
    const idle = requestIdleCallback(() => setIsPainted(true), { timeout: LIMIT_MS })
    return () => cancelIdleCallback(idle)
  }, [])

  return isPainted
}
