import { spawn } from "node:child_process"
import path from "node:path"

export const projectRoot = path.resolve(__dirname, "../..")

type Options = { cwd: string; env?: NodeJS.ProcessEnv; input?: string }

/**
 * Runs a command to its end.
 * @returns what it printed
 * @throws everything it said, when it fails
 */
export async function runCommand(
  command: string,
  args: string[],
  { cwd, env }: Options
): Promise<string> {
  const { code, stdout, output } = await outcomeOf(command, args, { cwd, env })

  if (code !== 0) {
    throw new Error(
      `\`${[path.basename(command), ...args].join(" ")}\` ended with ${code}:\n${output}`
    )
  }
  return stdout
}

/** As runCommand, for commands that may fail. */
export function outcomeOf(
  command: string,
  args: string[],
  { cwd, env }: Options
): Promise<{ code: number | null; stdout: string; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: env ?? cleanEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
    })
    const stdout: Buffer[] = []
    const output: Buffer[] = []
    child.stdout.on("data", (chunk) => {
      stdout.push(chunk)
      output.push(chunk)
    })
    child.stderr.on("data", (chunk) => output.push(chunk))
    child.once("error", reject)
    child.once("close", (code) =>
      resolve({
        code,
        stdout: Buffer.concat(stdout).toString(),
        output: Buffer.concat(output).toString(),
      })
    )
  })
}

/** Jest's own variables would change how a shop starts. */
export function cleanEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { NODE_OPTIONS, NODE_ENV, JEST_WORKER_ID, TEST_TYPE, ...rest } = process.env
  return { ...rest, ...extra }
}
