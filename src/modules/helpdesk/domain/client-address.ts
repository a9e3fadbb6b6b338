import ipaddr from "ipaddr.js"

/**
 * Who asks. Each proxy appends whom it was asked by to X-Forwarded-For, so only as many entries from
 * its end are true as there are proxies of ours; the rest is the client's own invention (K2).
 * @param socketAddress who is connected
 * @param trustedProxies how many proxies stand in front of the server
 */
export function clientAddress(
  socketAddress: string,
  forwardedFor: string | undefined,
  trustedProxies: number
): string {
  const claimed = (forwardedFor ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean)
  const address =
    trustedProxies > 0 ? (claimed.at(-trustedProxies) ?? claimed[0]) : undefined
  const chosen = address && ipaddr.isValid(address) ? address : socketAddress

  return ipaddr.isValid(chosen) ? ipaddr.process(chosen).toString() : "unknown"
}
