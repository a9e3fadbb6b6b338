import { useEffect, useRef } from "react"
import { LEADER, shortcutOf, type PressedIn } from "../lib/shortcuts"

/** What keys do on this page, by key. Never while somebody is typing or a dialog is open. */
export function useShortcuts(actions: Record<string, () => void>): void {
  const latest = useRef(actions)
  latest.current = actions

  useEffect(() => {
    let leaderAt = -Infinity
    const onKeyDown = (event: KeyboardEvent) => {
      const pressedIn = event.target instanceof HTMLElement ? event.target : null
      const key = shortcutOf(
        event,
        pressedIn satisfies PressedIn | null,
        Date.now() - leaderAt
      )

      if (event.key.toLowerCase() === LEADER) {
        leaderAt = Date.now()
      }
      const action = key === null ? undefined : latest.current[key]

      if (action && !document.querySelector("[role=dialog], [role=alertdialog]")) {
        event.preventDefault()
        action()
      }
    }
    document.addEventListener("keydown", onKeyDown)

    return () => document.removeEventListener("keydown", onKeyDown)
  }, [])
}
