import ipaddr from "ipaddr.js"
import { MedusaError } from "@medusajs/framework/utils"

type Address = ipaddr.IPv4 | ipaddr.IPv6

/** What the option `allowedMailHosts` admits besides the public internet. */
export type AllowedHosts = {
  /** Lower case. */
  names: ReadonlySet<string>
  ranges: readonly [Address, number][]
}

/**
 * @param entries host names, IP addresses or ranges such as `10.0.0.0/8`
 * @throws Error that says which entry is none of these
 */
export function allowedHostsOf(entries: readonly string[]): AllowedHosts {
  const names = new Set<string>()
  const ranges: [Address, number][] = []

  for (const entry of entries) {
    const text = withoutBrackets(entry.trim().toLowerCase())

    if (text.includes("/")) {
      ranges.push(rangeOf(text, entry))
    } else if (ipaddr.isValid(text)) {
      const address = ipaddr.process(text)
      ranges.push([address, address.kind() === "ipv4" ? 32 : 128])
    } else if (HOST_NAME.test(text)) {
      names.add(text)
    } else {
      throw unreadable(entry)
    }
  }
  return { names, ranges }
}

/**
 * Whether mail may be fetched from, or handed to, this host at these addresses. A host that answers
 * with one public and one private address is refused: which of them a connection takes is its owner's
 * choice.
 */
export const admits = (
  allowed: AllowedHosts,
  host: string,
  addresses: readonly string[]
): boolean =>
  addresses.length > 0 &&
  (allowed.names.has(withoutBrackets(host.toLowerCase())) ||
    addresses.every((address) => isAdmitted(allowed, address)))

/** An IPv6 address is written in brackets where a port may follow (RFC 3986 3.2.2). */
export const withoutBrackets = (host: string): string => host.replace(/^\[(.*)\]$/, "$1")

const HOST_NAME = /^[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?$/

/** Reached from every virtual machine of Azure, and answers there what concerns no mail account. */
const CLOUD_SERVICES = new Set(["168.63.129.16"])

function isAdmitted(allowed: AllowedHosts, text: string): boolean {
  if (!ipaddr.isValid(text)) {
    return false
  }
  const address = unwrapped(ipaddr.process(text))

  return isPublic(address) || allowed.ranges.some((range) => isWithin(address, range))
}

const isPublic = (address: Address) =>
  address.range() === "unicast" &&
  !CLOUD_SERVICES.has(address.toString()) &&
  !(address instanceof ipaddr.IPv6 && address.match(IPV4_COMPATIBLE))

/**
 * In a network that has IPv6 only, every IPv4 host is reached below 64:ff9b::/96 (RFC 6052 2.1), so
 * what counts is the address inside.
 */
function unwrapped(address: Address): Address {
  if (address instanceof ipaddr.IPv6 && address.match(NAT64)) {
    return new ipaddr.IPv4(address.toByteArray().slice(12))
  }
  return address
}

/** Given up (RFC 4291 2.5.5.1), and for some systems another way to write 127.0.0.1. */
const IPV4_COMPATIBLE = ipaddr.IPv6.parseCIDR("::/96")
const NAT64 = ipaddr.IPv6.parseCIDR("64:ff9b::/96")

const isWithin = (address: Address, [network, bits]: [Address, number]) =>
  address.kind() === network.kind() && address.match(network, bits)

function rangeOf(text: string, entry: string): [Address, number] {
  if (!ipaddr.isValidCIDR(text)) {
    throw unreadable(entry)
  }
  return ipaddr.parseCIDR(text)
}

const unreadable = (entry: string) =>
  new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `"${entry}" is not a host name, an IP address or a range such as 10.0.0.0/8`
  )
