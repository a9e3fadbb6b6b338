/**
 * A proxy that knows how much has passed. Killing at a number of bytes hits every phase of the work
 * alike, on a fast machine and on a slow one; killing after a time does not.
 */
import net from "node:net"

/**
 * @param {{ host: string, port: number }} target
 * @returns {Promise<{
 *   port: number
 *   afterBytes: (count: number, callback: () => void) => void
 *   stop: () => Promise<void>
 * }>} `afterBytes` calls back once, when that much was sent to the target from now on
 */
export async function startFaultProxy(target) {
  const sockets = new Set()
  let sent = 0
  let mark = null

  const server = net.createServer((client) => {
    const upstream = net.connect(target)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on("error", () => socket.destroy())
      socket.on("close", () => sockets.delete(socket))
    }
    client.on("data", (request) => {
      upstream.write(request)
      sent += request.length
      if (mark && sent >= mark.at) {
        const { callback } = mark
        mark = null
        callback()
      }
    })
    upstream.on("data", (answer) => client.write(answer))
    // What a killed client has sent still arrives, as it does from the kernel's buffers.
    client.on("close", () => upstream.end())
    upstream.on("close", () => client.end())
  })
  await new Promise((resolve) => server.listen(0, "localhost", () => resolve(undefined)))

  return {
    port: /** @type {net.AddressInfo} */ (server.address()).port,
    afterBytes: (count, callback) => {
      mark = { at: sent + count, callback }
    },
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
