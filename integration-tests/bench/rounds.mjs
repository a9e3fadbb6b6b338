/** The bench's two sides run as processes of their own and take orders, one round at a time. */
import { fork } from "node:child_process"
import { monitorEventLoopDelay } from "node:perf_hooks"

const LAG_RESOLUTION_MS = 10

/**
 * In the child: answers orders with what the side's methods return.
 * @param {(settings: object) => Promise<Record<string, (argument?: unknown) => Promise<unknown>>>} prepare
 */
export function serveRounds(prepare) {
  let side

  process.on("message", async ({ order, argument }) => {
    try {
      if (order === "prepare") {
        side = await prepare(argument)
        process.send({ answer: null })
      } else {
        process.send({ answer: await measured(() => side[order](argument)) })
      }
    } catch (error) {
      process.send({ error: error.stack ?? String(error) })
    }
  })
  process.on("disconnect", () => process.exit())
}

async function measured(work) {
  const lag = monitorEventLoopDelay({ resolution: LAG_RESOLUTION_MS })
  lag.enable()
  const started = performance.now()
  const result = await work()
  const ms = performance.now() - started
  lag.disable()
  return {
    result,
    ms,
    rssMegabytes: process.memoryUsage.rss() / 2 ** 20,
    // What the timer itself waits is no delay.
    lagP99: Math.max(0, lag.percentile(99) / 1e6 - LAG_RESOLUTION_MS),
  }
}

/**
 * In the parent.
 * @param {string} file @param {object} settings
 * @returns {Promise<{ order: (name: string, argument?: unknown) => Promise<{ result: any, ms: number, rssMegabytes: number, lagP99: number }>, stop: () => void }>}
 */
export async function startSide(file, settings) {
  const child = fork(file, { stdio: ["ignore", "inherit", "inherit", "ipc"] })
  const order = (name, argument) =>
    new Promise((resolve, reject) => {
      const ended = (code) => reject(new Error(`${file} ended with ${code}`))
      child.once("exit", ended)
      child.once("message", ({ answer, error }) => {
        child.off("exit", ended)
        if (error) reject(new Error(error))
        else resolve(answer)
      })
      child.send({ order: name, argument })
    })

  await order("prepare", settings)
  return { order, stop: () => void child.kill() }
}
