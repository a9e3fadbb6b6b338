import net from "node:net"
import { freePort } from "../../support/postgres.mjs"

/**
 * The wished port, or a free one. Asked on every address of `localhost`: a server that listens only
 * on ::1 would be in the way although 127.0.0.1 is free.
 * @param {string} purpose e.g. "the shop"
 */
export async function portNear(wished, purpose) {
  const port = (await answers(wished)) ? await freePort() : await freePort(wished)
  if (port !== wished)
    console.log(`      Port ${wished} is taken: ${purpose} uses ${port}`)
  return port
}

async function answers(port) {
  const tries = ["127.0.0.1", "::1"].map(
    (host) =>
      new Promise((resolve) => {
        const socket = net.connect({ port, host, timeout: 1000 })
        const end = (answered) => {
          socket.destroy()
          resolve(answered)
        }
        socket.once("connect", () => end(true))
        socket.once("error", () => end(false))
        socket.once("timeout", () => end(false))
      })
  )
  return (await Promise.all(tries)).some(Boolean)
}
