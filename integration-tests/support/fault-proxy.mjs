/**
 * A proxy that knows what passes, and makes trouble at an exact point: at a number of bytes, or where
 * certain words go by. Killing there hits the same phase of the work on a fast machine and on a slow
 * one; killing after a time does not.
 */
import net from "node:net"

const LONGEST_WORDS = 200

/**
 * @typedef {"client" | "server"} Side
 * @typedef {{ from: Side, sees: string, after?: string }} Sign
 *   words that go by on one connection; with `after` only once the client has sent those on it before
 *
 * @param {{ host: string, port: number }} target
 * @returns {Promise<{
 *   port: number
 *   afterBytes: (count: number, callback: () => void) => void
 *   when: (sign: Sign, callback: () => unknown) => void
 *   count: (from: Side, words: string) => () => number
 *   cutAfter: (from: Side, bytes: number) => void
 *   silence: () => void
 *   speak: () => void
 *   trickle: (bytes: number) => void
 *   connections: () => number
 *   stop: () => Promise<void>
 * }>}
 * `afterBytes` calls back once, when that much was sent to the target from now on.
 * `when` calls back once, before the words pass; they are held until what it returns has settled, and
 * if that is `"cut"` they never arrive.
 * `cutAfter` ends the connection once, after so many bytes more from that side.
 * `silence` lets nothing pass any more, as a network that drops packets, until `speak`.
 * `trickle` hands on what the server says in pieces of that size.
 * `count` counts words from now on, `connections` those of all the time.
 */
export async function startFaultProxy(target) {
  const sockets = new Set()
  const signs = new Set()
  const counters = new Set()
  let sent = 0
  let mark = null
  let cut = null
  let pieces = Infinity
  let silence = Promise.resolve()
  let speak = () => {}
  let connections = 0

  const server = net.createServer((client) => {
    const upstream = net.connect(target)
    const wire = { tail: { client: "", server: "" }, armed: new Set() }
    connections++
    const end = () => {
      client.destroy()
      upstream.destroy()
    }
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on("error", () => socket.destroy())
      socket.on("close", () => sockets.delete(socket))
    }
    // What a killed client has sent still arrives, as it does from the kernel's buffers.
    relay("client", client, upstream, wire, end)
    relay("server", upstream, client, wire, end)
  })

  /** One direction of one connection; what is held keeps what comes behind it. */
  function relay(side, from, to, wire, end) {
    let order = Promise.resolve()
    from.on("data", (chunk) => {
      order = order.then(() => pass(side, chunk, to, wire, end))
    })
    from.on("close", () => order.then(() => to.end()))
  }

  async function pass(side, chunk, to, wire, end) {
    await silence
    for (const sign of met(side, chunk, wire)) {
      signs.delete(sign)
      if ((await sign.callback()) === "cut") return end()
    }
    if (cut && cut.from === side && (cut.bytes -= chunk.length) < 0) {
      to.write(chunk.subarray(0, chunk.length + cut.bytes))
      cut = null
      return setImmediate(end)
    }
    if (side === "client") countSent(chunk.length)
    if (side === "server" && pieces < chunk.length) return trickle(chunk, to)
    to.write(chunk)
  }

  /** The signs that this chunk completes. Words may lie across two chunks. */
  function met(side, chunk, wire) {
    if (!signs.size && !counters.size) return []
    const before = wire.tail[side].length
    const text = wire.tail[side] + chunk.toString("latin1")
    wire.tail[side] = text.slice(-LONGEST_WORDS)
    const ends = (words, from = 0) => {
      const at = text.indexOf(words, Math.max(from, before - words.length + 1, 0))
      return at < 0 ? -1 : at + words.length
    }
    for (const counter of counters) {
      for (let at = 0; counter.from === side && (at = ends(counter.words, at)) > 0;) {
        counter.number++
      }
    }
    return [...signs].filter((sign) => {
      let start = 0
      if (sign.after && !wire.armed.has(sign)) {
        start = side === "client" ? ends(sign.after) : -1
        if (start < 0) return false
        wire.armed.add(sign)
      }
      return sign.from === side && ends(sign.sees, start) > 0
    })
  }

  function countSent(length) {
    sent += length
    if (mark && sent >= mark.at) {
      const { callback } = mark
      mark = null
      callback()
    }
  }

  async function trickle(chunk, to) {
    for (let at = 0; at < chunk.length; at += pieces) {
      to.write(chunk.subarray(at, at + pieces))
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  await new Promise((resolve) => server.listen(0, "localhost", () => resolve(undefined)))

  return {
    port: /** @type {net.AddressInfo} */ (server.address()).port,
    afterBytes: (count, callback) => {
      mark = { at: sent + count, callback }
    },
    when: (sign, callback) => void signs.add({ ...sign, callback }),
    cutAfter: (from, bytes) => {
      cut = { from, bytes }
    },
    silence: () => {
      silence = new Promise((resolve) => (speak = () => resolve(undefined)))
    },
    speak: () => speak(),
    trickle: (bytes) => {
      pieces = bytes
    },
    count: (from, words) => {
      const counter = { from, words, number: 0 }
      counters.add(counter)
      return () => counter.number
    },
    connections: () => connections,
    stop: () =>
      new Promise((resolve) => {
        speak()
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
