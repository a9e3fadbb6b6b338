import fs from "node:fs"
import path from "node:path"
import { startPostgres } from "./postgres.mjs"

/**
 * The server the tests and the bench create their databases on: an embedded one, or that of
 * DATABASE_URL.
 * @param {{ name?: string, durable?: boolean }} [options] of the embedded one: without `durable` it
 *   trades durability for speed
 * @returns {Promise<{ env: Record<string, string>, stop: () => Promise<void> }>}
 */
export async function startTestDatabase({ name = "test", durable = false } = {}) {
  const { DATABASE_URL } = process.env
  if (!DATABASE_URL) return startPostgres({ name: nameOfOurOwn(name), durable })

  const { hostname, port, username, password } = new URL(DATABASE_URL)
  return {
    env: {
      // Medusa's test runner asks for TLS unless the address says "localhost".
      DB_HOST: ["127.0.0.1", "[::1]"].includes(hostname) ? "localhost" : hostname,
      DB_PORT: port || "5432",
      DB_USERNAME: decodeURIComponent(username),
      DB_PASSWORD: decodeURIComponent(password),
      DB_TEMP_NAME: "crm_temp",
    },
    stop: async () => {},
  }
}

/** Two runs at a time each have a server: starting one ends what an earlier run has left. */
function nameOfOurOwn(name) {
  fs.mkdirSync(".test", { recursive: true })
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}-${number}`
    const owner = path.resolve(".test", `database-${candidate}.pid`)
    if (!isAlive(owner)) {
      fs.writeFileSync(owner, String(process.pid))
      return candidate
    }
  }
}

function isAlive(file) {
  if (!fs.existsSync(file)) return false
  try {
    return process.kill(Number(fs.readFileSync(file, "utf8")), 0)
  } catch {
    return false
  }
}
