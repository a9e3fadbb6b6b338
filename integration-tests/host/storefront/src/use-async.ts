import { useEffect, useState } from "react"

/** What `load` brings; keep it with `useCallback`. Null until it is there, and when it fails. */
export function useAsync<T>(load: () => Promise<T>): T | null {
  const [data, setData] = useState<T | null>(null)

  useEffect(() => {
    let isLeft = false
    load().then(
      (loaded) => !isLeft && setData(() => loaded),
      () => undefined
    )
    return () => {
      isLeft = true
    }
  }, [load])
  return data
}
