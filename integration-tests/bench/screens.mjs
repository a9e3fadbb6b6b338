/** The ticket list at many tickets and the page of one, against the same answers from hand-written SQL. */
import assert from "node:assert/strict"
import { createDatabase, onDatabase } from "../support/databases.mjs"
import { json, startBenchServer } from "./bench-server.mjs"
import { median } from "./median.mjs"
import { seedPages } from "./seed-pages.mjs"
import { seedTickets } from "./seed-tickets.mjs"
import { listVariants } from "./ticket-list.mjs"

const WARM_UP = 30

/**
 * @param {{ tickets: number, requests: number, log: (line: string) => void }} options
 * @returns {Promise<Record<string, { ours_p50_ms: number, floor_p50_ms: number, ratio: number }>>}
 */
export async function benchScreens({ tickets, requests, log }) {
  const databaseUrl = await createDatabase("bench_tickets")
  log("Starting a Medusa server with the plugin and the floor's routes ...")
  const server = await startBenchServer({ databaseUrl })

  try {
    log(`Writing ${tickets} tickets ...`)
    const ask = (path) => json(`${server.url}${path}`, { headers: server.headers })
    const pages = await onDatabase(databaseUrl, async (database) => {
      await seedTickets(database, { tickets, agentId: server.agentId })
      return seedPages(database, {
        ask,
        headers: server.headers,
        agentId: server.agentId,
      })
    })
    const variants = {
      ...(await listVariants(ask, tickets)),
      ...Object.fromEntries(
        Object.entries(pages).map(([name, id]) => [
          name,
          [
            // What the page is first painted with; the shop's part follows.
            `/admin/crm/tickets/${id}?part=conversation`,
            `/admin/bench-floor/ticket-page?id=${id}`,
          ],
        ])
      ),
    }
    const paths = {}
    for (const [name, pair] of Object.entries(variants)) {
      paths[name] = await compare(ask, pair, requests)
      log(
        `  ${name}: ${paths[name].ours_p50_ms.toFixed(1)} ms, ratio ${paths[name].ratio.toFixed(2)}`
      )
    }
    return paths
  } finally {
    await server.stop()
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
  if (ours.ticket) {
    assert.ok(ours.ticket.messages.length > 0, "the page is empty")
    assert.deepEqual(floor.ticket, ours.ticket)
    return
  }
  assert.ok(ours.tickets.length > 0, "the list is empty")
  assert.equal(floor.count, ours.count)
  assert.deepEqual(floor.tickets, ours.tickets)
}
