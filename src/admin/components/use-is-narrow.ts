import { useSyncExternalStore } from "react"

/** Tailwind's `lg`: below it the admin's sidebar is folded away, too. */
const NARROW = "(max-width: 1023px)"

/** Whether the window is a phone's or a tablet's. */
export const useIsNarrow = (): boolean =>
  useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches)

function subscribe(listener: () => void): () => void {
  const query = matchMedia(NARROW)
  query.addEventListener("change", listener)

  return () => query.removeEventListener("change", listener)
}
