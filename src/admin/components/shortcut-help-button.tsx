import { useState } from "react"
import { ShortcutHelp } from "./shortcut-help"
import { useShortcuts } from "./use-shortcuts"

/** The button of the help sheet, which "?" opens, too. */
export const ShortcutHelpButton = () => {
  const [isOpen, setIsOpen] = useState(false)

  useShortcuts({ "?": () => setIsOpen(true) })

  return <ShortcutHelp isOpen={isOpen} onOpenChange={setIsOpen} />
}
