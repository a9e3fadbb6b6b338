/** Runs Medusa's commands as children that cannot outlive the demo, each with its own log. */
import fs from "node:fs"
import path from "node:path"
import { spawnGuarded } from "../../support/guarded-child.mjs"
import { isStopping, onStop } from "./lifetime.mjs"
import { inDemo, pluginDir } from "./paths.mjs"
import { DemoError } from "./progress.mjs"

const CLI = path.join(pluginDir, "node_modules", "@medusajs", "cli", "cli.js")

/**
 * @param {string[]} args e.g. `["db:migrate"]`
 * @param {{ log: string, cwd: string, env?: Record<string, string> }} options
 */
export const startMedusa = (args, options) => startNode([CLI, ...args], options)

/** Runs a command to its end. @throws DemoError with the last lines of its log */
export const runMedusa = (what, args, options) => runNode(what, [CLI, ...args], options)

/** As runMedusa, for a script of ours. */
export async function runNode(what, args, options) {
  const child = startNode(args, options)
  const code = await child.exited
  if (code !== 0 && !isStopping()) throw child.failure(`${what} failed`)
}

function startNode(args, { log, cwd, env = {} }) {
  if (isStopping()) throw new DemoError("The demo is stopping")
  const file = inDemo("logs", `${log}.log`)
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const output = fs.openSync(file, "w")
  const child = spawnGuarded(process.execPath, args, {
    cwd,
    output,
    env: { ...process.env, MEDUSA_DISABLE_TELEMETRY: "true", ...env },
  })
  fs.closeSync(output)
  onStop(child.stop)

  return { ...child, failure: (what) => new DemoError(failureText(what, file)) }
}

function failureText(what, file) {
  const last = fs
    .readFileSync(file, "utf8")
    .split("\n")
    .flatMap(readable)
    .slice(-25)
    .map((line) => `    ${line.slice(0, 300)}`)
  return [`${what}. The end of its log:`, "", ...last, "", `All of it: ${file}`].join(
    "\n"
  )
}

/** Without colours; the entries of a production log, which are JSON, by their message. */
function readable(line) {
  try {
    const { message, stack = [] } = JSON.parse(line)
    const places = stack.map(
      ({ functionName, fileName, lineNumber }) =>
        `    at ${functionName ?? "?"} (${fileName}:${lineNumber})`
    )
    // Requests have none.
    return message ? [message, ...places] : []
  } catch {
    const text = line.replace(/\x1b\[[0-9;?]*[A-Za-z]/g, "").trimEnd()
    return text ? [text] : []
  }
}
