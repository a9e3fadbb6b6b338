import { useSyncExternalStore } from "react"

/** Tailwind's `lg`: below it the admin's sidebar is folded away, too. */
const NARROW = "(max-width: 1023px)"
/** Tailwind's `sm`. */
const PHONE = "(max-width: 639px)"

/** Whether the window is a phone's or a tablet's. */
export const useIsNarrow = (): boolean => useMedia(NARROW)

export const useIsPhone = (): boolean => useMedia(PHONE)

const useMedia = (media: string): boolean =>
  useSyncExternalStore(
    (listener) => subscribe(media, listener),
    () => matchMedia(media).matches
  )

function subscribe(media: string, listener: () => void): () => void {
  const query = matchMedia(media)
  query.addEventListener("change", listener)

  return () => query.removeEventListener("change", listener)
}
