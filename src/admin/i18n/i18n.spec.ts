import { readdirSync, readFileSync } from "fs"
import { join } from "path"
import translations from "."

type Tree = { [key: string]: string | Tree }

const { en, ...others } = translations
const english = keysOf(en.crmDesk)
const sources = sourcesIn(join(__dirname, ".."))

describe.each(Object.entries(others))("the language %s", (_, { crmDesk }) => {
  it("says everything that English says, and nothing else", () => {
    expect(keysOf(crmDesk).sort()).toEqual([...english].sort())
  })

  it("leaves no text empty", () => {
    expect(keysOf(crmDesk).filter((key) => !textAt(crmDesk, key))).toEqual([])
  })

  it("puts the same values into its texts", () => {
    const different = english.filter(
      (key) =>
        String(valuesIn(textAt(en.crmDesk, key))) !==
        String(valuesIn(textAt(crmDesk, key)))
    )
    expect(different).toEqual([])
  })
})

describe("a text on a page", () => {
  const known = new Set(english.map(withoutPlural))
  const used = new Set(
    sources.flatMap((source) => matches(source, /(?<!\.)\bt\(\s*"([^"]+)"/g))
  )
  /** "status." of t(`status.${category}`) */
  const families = sources.flatMap((source) =>
    matches(source, /(?<!\.)\bt\(\s*`([^`$]+)\$\{/g)
  )
  const labels = sources.flatMap((source) => matches(source, /label: "(menu\.[^"]+)"/g))

  it("exists", () => {
    expect([...used, ...labels].filter((key) => !known.has(key))).toEqual([])
    expect(
      families.filter((family) => ![...known].some((key) => key.startsWith(family)))
    ).toEqual([])
  })

  it("is used somewhere", () => {
    const unused = [...known].filter(
      (key) =>
        !used.has(key) &&
        !labels.includes(key) &&
        !families.some((family) => key.startsWith(family))
    )
    expect(unused).toEqual([])
  })
})

function keysOf(tree: Tree, path = ""): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [`${path}${key}`] : keysOf(value, `${path}${key}.`)
  )
}

function textAt(tree: Tree, key: string): string {
  return key
    .split(".")
    .reduce<string | Tree>((at, name) => (at as Tree)[name], tree) as string
}

function valuesIn(text: string): string[] {
  return matches(text, /\{\{\s*(\w+)\s*\}\}/g).sort()
}

function withoutPlural(key: string): string {
  return key.replace(/_(one|other)$/, "")
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found]) => found)
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)

    if (entry.isDirectory()) {
      return sourcesIn(path)
    }
    return /(?<!\.spec)\.tsx?$/.test(entry.name) ? [readFileSync(path, "utf8")] : []
  })
}
