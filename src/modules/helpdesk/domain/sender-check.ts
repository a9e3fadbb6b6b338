type Result = { authserv_id: string; dmarc: string; dkim: string; spf: string }

/**
 * What the mail system in front of us found out about the sender. Only headers of the configured
 * server count, and of those the topmost: anyone can write the rest (RFC 8601 5). Without a
 * configured server nothing is believed, except that a failure stays a failure.
 */
export function senderCheck(
  results: Result[],
  authservId: string | null
): "pass" | "fail" | "none" {
  const trusted = authservId
    ? results.find(
        ({ authserv_id }) => authserv_id.toLowerCase() === authservId.toLowerCase()
      )
    : undefined

  if (trusted) {
    return trusted.dmarc === "pass" ? "pass" : trusted.dmarc === "fail" ? "fail" : "none"
  }
  return !authservId && results[0]?.dmarc === "fail" ? "fail" : "none"
}
