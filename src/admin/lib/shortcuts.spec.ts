import { isTyping, shortcutOf, type Press, type PressedIn } from "./shortcuts"

const press = (key: string, changes: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  defaultPrevented: false,
  ...changes,
})
const element = (tagName: string, changes: Partial<PressedIn> = {}): PressedIn => ({
  tagName,
  getAttribute: () => null,
  ...changes,
})
const LONG_AGO = 60_000

describe("a key", () => {
  it("is a shortcut outside of every field, in either case", () => {
    expect(shortcutOf(press("r"), element("BODY"), LONG_AGO)).toBe("r")
    expect(shortcutOf(press("R"), element("BUTTON"), LONG_AGO)).toBe("r")
    expect(shortcutOf(press("?"), null, LONG_AGO)).toBe("?")
  })

  it.each([
    ["a field", element("INPUT")],
    ["a text", element("TEXTAREA")],
    ["an editor", element("DIV", { isContentEditable: true })],
    ["a list that is open", element("DIV", { getAttribute: () => "combobox" })],
  ])("is a letter in %s", (_, pressedIn) => {
    expect(isTyping(pressedIn)).toBe(true)
    expect(shortcutOf(press("r"), pressedIn, LONG_AGO)).toBeNull()
  })

  it.each([
    ["with Ctrl", { ctrlKey: true }],
    ["with Cmd", { metaKey: true }],
    ["with Alt", { altKey: true }],
    ["that is held down", { repeat: true }],
    ["that something else took", { defaultPrevented: true }],
  ])("%s belongs to somebody else", (_, changes) => {
    expect(shortcutOf(press("r", changes), element("BODY"), LONG_AGO)).toBeNull()
  })

  it("after G is the admin's own: G, then O, goes to orders", () => {
    expect(shortcutOf(press("e"), element("BODY"), 300)).toBeNull()
    expect(shortcutOf(press("e"), element("BODY"), 1_500)).toBe("e")
  })
})
