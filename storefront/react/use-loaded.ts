import { useCallback, useEffect, useState } from "react"

export type Loaded<T> = {
  data: T | null
  error: unknown
  isLoading: boolean
  reload(): void
  /** Shows what a change has answered, without asking again. */
  show(data: T): void
}

/** Loads when it is shown and whenever `load` is another function: keep it with `useCallback`. */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [data, setData] = useState<T | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [round, setRound] = useState(0)

  useEffect(() => {
    let isLeft = false
    setError(null)
    load().then(
      (loaded) => !isLeft && setData(() => loaded),
      (failure) => !isLeft && setError(failure)
    )
    return () => {
      isLeft = true
    }
  }, [load, round])

  return {
    data,
    error,
    isLoading: data === null && error === null,
    reload: useCallback(() => setRound((before) => before + 1), []),
    show: useCallback((shown: T) => setData(() => shown), []),
  }
}
