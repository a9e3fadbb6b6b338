/** The ticket list at many tickets, against the same answer from hand-written SQL. */
import assert from "node:assert/strict"
import { createDatabase, onDatabase } from "../support/databases.mjs"
import { json, startBenchServer } from "./bench-server.mjs"
import { median } from "./median.mjs"
import { COMMON_WORD, RARE_WORD, seedTickets } from "./seed-tickets.mjs"

const LIMIT = 20
const WARM_UP = 30

/**
 * @param {{ tickets: number, requests: number, log: (line: string) => void }} options
 * @returns {Promise<Record<string, { ours_p50_ms: number, floor_p50_ms: number, ratio: number }>>}
 */
export async function benchTicketList({ tickets, requests, log }) {
  const databaseUrl = await createDatabase("bench_tickets")
  log("Starting a Medusa server with the plugin and the floor's route ...")
  const server = await startBenchServer({ databaseUrl })

  try {
    log(`Writing ${tickets} tickets ...`)
    await onDatabase(databaseUrl, (database) =>
      seedTickets(database, { tickets, agentId: server.agentId })
    )
    const ask = (path) => json(`${server.url}${path}`, { headers: server.headers })
    const paths = {}
    for (const [name, pair] of Object.entries(await variants(ask, tickets))) {
      paths[name] = await compare(ask, pair, requests)
      log(`  ${name}: ${paths[name].ours_p50_ms.toFixed(1)} ms`)
    }
    return paths
  } finally {
    await server.stop()
  }
}

/** Ours and the floor's address for the same page. */
async function variants(ask, tickets) {
  const ours = (query) =>
    `/admin/crm/tickets?limit=${LIMIT}&order=-last_message_at${query}`
  const floor = (query) => `/admin/bench-floor/tickets?limit=${LIMIT}${query}`
  const deep = await ask(`${ours("")}&offset=${Math.floor(tickets / 2)}`)
  const [, key, id] = JSON.parse(Buffer.from(deep.next_cursor, "base64url").toString())

  return {
    first_page: [ours(""), floor("&variant=all")],
    status_open: [ours("&status=open"), floor("&variant=status&value=open")],
    status_closed: [ours("&status=closed"), floor("&variant=status&value=closed")],
    department: [
      ours("&department_id=crmdep_3"),
      floor("&variant=department&value=crmdep_3"),
    ],
    deep_page: [
      ours(`&cursor=${deep.next_cursor}`),
      floor(`&variant=all&key=${encodeURIComponent(key)}&id=${id}`),
    ],
    search_rare: [ours(`&q=${RARE_WORD}`), floor(`&variant=search&value=${RARE_WORD}`)],
    search_common: [
      ours(`&q=${COMMON_WORD}`),
      floor(`&variant=search&value=${COMMON_WORD}`),
    ],
  }
}

/** Asks both in turn, so that whatever else the machine does hits them alike. */
async function compare(ask, [ours, floor], requests) {
  assertSameAnswer(await ask(ours), await ask(floor))
  const times = { ours: [], floor: [] }

  for (let index = -WARM_UP; index < requests; index++) {
    for (const [name, path] of Object.entries({ ours, floor })) {
      const started = performance.now()
      await ask(path)
      if (index >= 0) times[name].push(performance.now() - started)
    }
  }
  const ours_p50_ms = median(times.ours)
  const floor_p50_ms = median(times.floor)
  return { ours_p50_ms, floor_p50_ms, ratio: ours_p50_ms / floor_p50_ms }
}

/** A floor that answers something else would be no floor. */
function assertSameAnswer(ours, floor) {
  assert.ok(ours.tickets.length > 0, "the page is empty")
  assert.equal(floor.count, ours.count)
  assert.deepEqual(floor.tickets, ours.tickets)
}
