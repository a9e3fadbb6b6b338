/** Declarations of a `style` attribute that colour, size and align text, and no others:
 * nothing that loads, covers the page, moves or runs. */
export function filterStyle(style: string): string {
  return style
    .slice(0, LONGEST_STYLE)
    .split(";")
    .map((declaration) => {
      const colon = declaration.indexOf(":")
      const property = declaration.slice(0, colon).trim().toLowerCase()
      const value = declaration.slice(colon + 1).trim()
      return isHarmless(property, value) ? `${property}:${value}` : ""
    })
    .filter((declaration) => declaration !== "")
    .join(";")
}

function isHarmless(property: string, value: string): boolean {
  return (
    PROPERTIES.test(property) &&
    value.length < 200 &&
    PLAIN_VALUE.test(value) &&
    !DANGEROUS_FUNCTION.test(value)
  )
}

const LONGEST_STYLE = 4_000
const PROPERTIES =
  /^(?:color|background-color|background|font|font-(?:family|size|style|weight|variant)|text-(?:align|decoration|indent|transform)|line-height|letter-spacing|word-spacing|white-space|word-break|overflow-wrap|direction|vertical-align|(?:margin|padding)(?:-(?:top|right|bottom|left))?|border(?:-(?:top|right|bottom|left))?(?:-(?:color|style|width|radius))?|border-(?:collapse|spacing)|(?:min-|max-)?(?:width|height)|list-style-type|table-layout|display|float|clear)$/
const PLAIN_VALUE = /^[\w\s#%.,()'"!+-]+$/
const DANGEROUS_FUNCTION =
  /(?:^|[^a-z-])(?!(?:rgba?|hsla?)\()[a-z-]*\(|javascript|expression/i
