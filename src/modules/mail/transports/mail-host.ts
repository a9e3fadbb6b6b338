import { lookup as lookUpInDns } from "node:dns/promises"
import type { LookupAddress } from "node:dns"
import net, { type LookupFunction, type Socket } from "node:net"
import { MedusaError } from "@medusajs/framework/utils"
import { admits, withoutBrackets, type AllowedHosts } from "../domain/allowed-hosts"

/** Where mail servers may be. */
export type MailHostPolicy = {
  allowed: AllowedHosts
  /** All addresses of a name, as the operating system resolves it. */
  lookup: (host: string) => Promise<LookupAddress[]>
}

export const mailHostPolicy = (allowed: AllowedHosts): MailHostPolicy => ({
  allowed,
  lookup: (host) => lookUpInDns(host, { all: true }),
})

/** A host whose addresses were checked. */
export type CheckedHost = {
  host: string
  /**
   * Answers a connection's question for the address with what was checked: a name that has another
   * address a moment later (DNS rebinding) gains nothing.
   */
  lookup: LookupFunction
}

/**
 * Resolves a mail server's name once and checks where it leads. Also what the resolver makes an
 * address of (`0x7f.1`, `2130706433`) is checked as that address.
 * @throws NOT_ALLOWED when it is not on the public internet and not allowed: before any connection,
 *   so that the refusal tells nothing of what listens there
 * @throws what the resolver throws when there is no such name
 */
export async function checkedHost(
  name: string,
  { allowed, lookup }: MailHostPolicy
): Promise<CheckedHost> {
  const host = withoutBrackets(name)
  const addresses = await lookup(host)

  if (
    !admits(
      allowed,
      host,
      addresses.map(({ address }) => address)
    )
  ) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `${name} is not a mail server on the public internet. If it is yours, a developer can add it to the plugin option allowedMailHosts`
    )
  }
  return {
    host,
    lookup: (_, options, answer) =>
      options.all
        ? answer(null, addresses)
        : answer(null, addresses[0].address, addresses[0].family),
  }
}

/** Connects to a checked host. @throws what node's sockets throw, or ETIMEDOUT */
export function openSocket(
  { host, lookup }: CheckedHost,
  port: number,
  timeoutMs: number
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host, port, lookup, autoSelectFamily: true })
    const timer = setTimeout(() => socket.destroy(timedOut()), timeoutMs)

    // Stays for good: a connection that breaks before its user listens would end the process.
    socket.on("error", (error) => {
      clearTimeout(timer)
      reject(error)
    })
    socket.once("connect", () => {
      clearTimeout(timer)
      resolve(socket)
    })
  })
}

const timedOut = () =>
  Object.assign(new Error("connect ETIMEDOUT"), { code: "ETIMEDOUT" })
