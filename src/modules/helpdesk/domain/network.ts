import ipaddr from "ipaddr.js"

/** The neighbourhood of an address: /24 in IPv4, /64 in IPv6, where one customer has all of it. */
export function networkOfAddress(address: string): string {
  if (!ipaddr.isValid(address)) {
    return "unknown"
  }
  const parsed = ipaddr.process(address)
  const prefix = parsed.kind() === "ipv4" ? 24 : 64
  const range = `${parsed.toString()}/${prefix}`
  const network =
    parsed.kind() === "ipv4"
      ? ipaddr.IPv4.networkAddressFromCIDR(range)
      : ipaddr.IPv6.networkAddressFromCIDR(range)

  return `${network.toString()}/${prefix}`
}
