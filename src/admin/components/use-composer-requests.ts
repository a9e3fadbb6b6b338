import { useEffect, useRef } from "react"
import { onComposerAsked, type ComposerMode } from "../lib/composer-request"

const TEXT = "textarea, [contenteditable=true]"

/** Opens the composer's part that a shortcut asks for, and puts the cursor into its text. */
export function useComposerRequests(setMode: (mode: ComposerMode) => void): void {
  const latest = useRef(setMode)
  latest.current = setMode

  useEffect(
    () =>
      onComposerAsked((mode) => {
        latest.current(mode)
        // The part is there after the next frame.
        requestAnimationFrame(() => {
          const composer = document.querySelector("[data-testid=composer]")

          composer?.scrollIntoView({ block: "nearest" })
          composer?.querySelector<HTMLElement>(TEXT)?.focus()
        })
      }),
    []
  )
}
