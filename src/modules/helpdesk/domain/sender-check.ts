type Result = { authserv_id: string; dmarc: string; dmarc_domain?: string }

/**
 * What the mail system in front of us found out about the sender. Anyone can write these headers
 * (RFC 8601 5): a pass counts in the topmost of the configured server only, and only when it speaks
 * of the sender's own domain. A failure grants nothing, so it counts in any header of that server
 * (some write one for each method), in a topmost one without a name, as Microsoft writes it, and,
 * without a configured server, in the topmost.
 * @param from the sender's address
 */
export function senderCheck(
  results: Result[],
  authservId: string | null,
  from: string | null
): "pass" | "fail" | "none" {
  const [topmost] = results
  const trusted = results.filter(
    ({ authserv_id }) => authserv_id.toLowerCase() === authservId?.toLowerCase()
  )
  const isNearest = topmost && (!authservId || topmost.authserv_id === "")

  if (
    [...trusted, ...(isNearest ? [topmost] : [])].some(({ dmarc }) => dmarc === "fail")
  ) {
    return "fail"
  }
  const [believed] = authservId ? trusted : []

  return believed?.dmarc === "pass" && speaksOf(from, believed.dmarc_domain)
    ? "pass"
    : "none"
}

/** A policy is found at the sender's domain or at the organisation's above it (RFC 7489 6.6.3). */
function speaksOf(from: string | null, domain: string | undefined): boolean {
  if (domain === undefined) {
    return true
  }
  const own = from?.slice(from.lastIndexOf("@") + 1).toLowerCase() ?? ""

  return own === domain || (domain.includes(".") && own.endsWith(`.${domain}`))
}
