/** Asks the composer of the page, wherever it stands, to be written in. */
export type ComposerMode = "reply" | "note"
type Listener = (mode: ComposerMode) => void

const listeners = new Set<Listener>()

export const askForComposer = (mode: ComposerMode): void =>
  listeners.forEach((listener) => listener(mode))

/** @returns what ends it */
export function onComposerAsked(listener: Listener): () => void {
  listeners.add(listener)

  return () => {
    listeners.delete(listener)
  }
}
