import { createHash } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { hostDir, inDemo, pluginDir } from "./paths.mjs"

const MADE_BY_A_BUILD = new Set([
  "__admin-extensions__.js",
  "node_modules",
  ".medusa",
  "static",
])

/** What the built plugin is made of. */
export const pluginFingerprint = () =>
  fingerprint(pluginDir, ["src", "package.json", "package-lock.json", "tsconfig.json"])

/** What the parts for storefronts are made of. */
export const partsFingerprint = () =>
  `${pluginFingerprint()}-${fingerprint(pluginDir, ["storefront"])}`

/** What the demo's storefront is made of. */
export const storefrontFingerprint = () =>
  `${partsFingerprint()}-${fingerprint(hostDir, ["storefront", "src/seed/people.json"])}`

/** What the built shop is made of: the plugin's admin is built into it, the seed is not. */
export const hostFingerprint = () =>
  `${pluginFingerprint()}-${fingerprint(hostDir, ["package.json", "tsconfig.json", "medusa-config.ts"])}`

/** What the tables are made of. */
export const migrationsFingerprint = () =>
  fingerprint(pluginDir, ["src/modules", "src/links", "package-lock.json"])

function fingerprint(root, names) {
  const hash = createHash("sha256")
  for (const file of names.flatMap((name) => filesIn(path.join(root, name)))) {
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(fs.readFileSync(file))
      .update("\0")
  }
  return hash.digest("hex").slice(0, 16)
}

function filesIn(entry) {
  if (MADE_BY_A_BUILD.has(path.basename(entry)) || !fs.existsSync(entry)) return []
  if (!fs.statSync(entry).isDirectory()) return [entry]
  return fs
    .readdirSync(entry)
    .sort()
    .flatMap((name) => filesIn(path.join(entry, name)))
}

/** Whether `result` was built from the same sources; `built` notes that it now is. */
export function buildMark(name, result, current) {
  const file = inDemo(`${name}.built`)
  return {
    upToDate: () =>
      fs.existsSync(result) &&
      fs.existsSync(file) &&
      fs.readFileSync(file, "utf8") === current,
    built: () => fs.writeFileSync(file, current),
  }
}
