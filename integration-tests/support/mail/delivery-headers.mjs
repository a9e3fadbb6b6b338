/** What a mail server writes on top of a mail it takes in. */
import addressparser from "nodemailer/lib/addressparser"
import { headerOf, parseParts } from "./mime-tree.mjs"

/**
 * The mail with Return-Path (RFC 5321, 4.4), Received and Authentication-Results (RFC 8601) of the
 * receiving server. It trusts everybody: the domain of the From header always passes.
 */
export function withDeliveryHeaders(raw, { authservId, sender, recipient, client, now }) {
  const { headers } = parseParts(raw)
  const from = addressparser(headerOf(headers, "from") ?? "", { flatten: true })[0]
  const domain = from?.address?.split("@").at(-1)?.toLowerCase() || "unknown"
  const added = [
    `Return-Path: <${sender}>`,
    `Received: from ${client} by ${authservId} with ESMTP`,
    `\tfor <${recipient}>; ${now.toUTCString().replace("GMT", "+0000")}`,
    `Authentication-Results: ${authservId};`,
    `\tdmarc=pass header.from=${domain}; spf=pass smtp.mailfrom=${sender || domain}`,
  ]
  return Buffer.concat([
    Buffer.from(added.map((line) => `${line}\r\n`).join("")),
    withoutForgedResults(raw, authservId),
  ])
}

/** Only this server may speak in its own name (RFC 8601, section 5). */
function withoutForgedResults(raw, authservId) {
  const { bodyStart } = parseParts(raw)
  const header = raw.toString("latin1", 0, bodyStart)
  const kept = header.replace(
    /^authentication-results[ \t]*:(?:[ \t]|\r?\n[ \t])*([^\s;]+)[^\n]*\n(?:[ \t][^\n]*\n)*/gim,
    (field, id) => (id.toLowerCase() === authservId.toLowerCase() ? "" : field)
  )
  return kept === header
    ? raw
    : Buffer.concat([Buffer.from(kept, "latin1"), raw.subarray(bodyStart)])
}
