import { useEffect } from "react"

/** A browser tab an agent finds again among twenty. */
export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    if (title) {
      document.title = title
    }
  }, [title])
}
