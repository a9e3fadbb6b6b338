/** What a key press means to us, without the browser's own types, so that it can be tested. */
export type Press = {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  repeat: boolean
  defaultPrevented: boolean
}

/** The element a key was pressed in. */
export type PressedIn = {
  tagName: string
  isContentEditable?: boolean
  getAttribute: (name: string) => string | null
}

const TYPED_INTO = ["INPUT", "TEXTAREA", "SELECT"]
const TYPED_ROLES = ["textbox", "combobox", "searchbox", "listbox", "menu", "menuitem"]

/** A letter is a letter while somebody writes, and chooses an entry while a list is open. */
export const isTyping = (element: PressedIn | null): boolean =>
  element !== null &&
  (TYPED_INTO.includes(element.tagName) ||
    element.isContentEditable === true ||
    TYPED_ROLES.includes(element.getAttribute("role") ?? ""))

/** The admin's own shortcuts are two letters, the first of them G: the second one is not ours. */
export const LEADER = "g"
export const LEADER_MS = 1_200

/**
 * The shortcut that a key press stands for, or null.
 * @param sinceLeader milliseconds since the admin's leader key was pressed
 */
export function shortcutOf(
  press: Press,
  pressedIn: PressedIn | null,
  sinceLeader: number
): string | null {
  const isOurs =
    !press.ctrlKey &&
    !press.metaKey &&
    !press.altKey &&
    !press.repeat &&
    !press.defaultPrevented &&
    sinceLeader > LEADER_MS &&
    !isTyping(pressedIn)

  return isOurs ? press.key.toLowerCase() : null
}
