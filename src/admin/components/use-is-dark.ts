import { useSyncExternalStore } from "react"

/** Whether the admin is shown in its dark theme, which it marks on the root element. */
export const useIsDark = (): boolean => useSyncExternalStore(observe, isDark, () => false)

const isDark = () => document.documentElement.classList.contains("dark")

function observe(onChange: () => void) {
  const observer = new MutationObserver(onChange)

  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ["class"],
  })
  return () => observer.disconnect()
}
