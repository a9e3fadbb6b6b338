import fs from "node:fs"
import path from "node:path"
import { projectRoot } from "../support/run-command"

/** The versions this checkout was tested with: what is on npm today is not what these tests are about. */
export function lockOf({
  name,
  version,
  dependencies,
  devDependencies,
}: Record<string, unknown>) {
  const lock = readJson(path.join(projectRoot, "package-lock.json"))

  lock.packages[""] = { name, version, dependencies, devDependencies }
  return { ...lock, name, version }
}

export const readJson = (file: string) => JSON.parse(fs.readFileSync(file, "utf8"))

export const writeJson = (file: string, content: unknown) =>
  fs.writeFileSync(file, JSON.stringify(content, null, 2))
