import fs from "node:fs"
import path from "node:path"

const root = path.resolve(__dirname, "../..")
const rows = fs.readFileSync(path.join(root, "docs/rows.md"), "utf8")

/** Facts that several suites share are written once, in a file of their own. */
const shared = sourcesIn("integration-tests/support")

/** `file.spec.ts` › describe › it, as the table writes it. */
const named = [...rows.matchAll(/`([\w/.-]+\.spec\.tsx?)` › ([^|<\n]+)/g)].map(
  ([, file, names]) => ({
    file: /^(src|storefront)\//.test(file) ? file : `integration-tests/${file}`,
    fact: names.split(" › ").at(-1)?.trim() ?? "",
  })
)

describe("docs/rows.md", () => {
  it("names tests", () => {
    expect(named.length).toBeGreaterThan(100)
  })

  it("names only test files that exist", () => {
    const files = [...new Set(named.map(({ file }) => file))]

    expect(files.filter((file) => !fs.existsSync(path.join(root, file)))).toEqual([])
  })

  it("names only facts that its tests state", () => {
    const unknown = named.filter(
      ({ file, fact }) => !states(path.join(root, file), fact) && !shared.includes(fact)
    )

    expect(unknown).toEqual([])
  })
})

function states(file: string, fact: string) {
  return fs.existsSync(file) && unescaped(fs.readFileSync(file, "utf8")).includes(fact)
}

function sourcesIn(folder: string) {
  return fs
    .readdirSync(path.join(root, folder), { encoding: "utf8", recursive: true })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => unescaped(fs.readFileSync(path.join(root, folder, file), "utf8")))
    .join("\n")
}

/** As the names read: without escapes, and `%s` for every value that a test puts into its name. */
function unescaped(source: string) {
  return source.replace(/\\(["'`])/g, "$1").replace(/\$\{[^}]*\}/g, "%s")
}
