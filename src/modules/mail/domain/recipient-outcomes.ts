import { domainToASCII } from "node:url"
import type { RecipientState } from "../types"
import { domainOf } from "./mail-address"

/** What a server said to the recipients of one attempt, as it was given them: in an envelope. */
export type SmtpOutcome = {
  accepted: string[]
  refused: { address: string; response: string; permanent: boolean }[]
  response: string
}

/**
 * What became of each recipient of an attempt. Only whom the server accepted by name is served: one
 * it did not speak of stays pending, and is tried again.
 */
export function recipientsAfter(
  recipients: RecipientState[],
  { accepted, refused, response }: SmtpOutcome
): RecipientState[] {
  const served = new Set(accepted.map(envelopeAddress))
  const refusals = new Map(
    refused.map((refusal) => [envelopeAddress(refusal.address), refusal])
  )

  return recipients.map((recipient) => {
    const address = envelopeAddress(recipient.address)
    const refusal = refusals.get(address)

    if (recipient.state !== "pending") {
      return recipient
    }
    if (refusal) {
      const state = refusal.permanent ? "refused" : "pending"
      return { ...recipient, state, response: refusal.response }
    }
    return served.has(address) ? { ...recipient, state: "accepted", response } : recipient
  })
}

/** An address as it stands in an envelope: the domain in ASCII and lower case, the rest as it is. */
function envelopeAddress(address: string): string {
  const domain = domainOf(address)
  const name = address.slice(0, address.length - domain.length)

  return name + (domainToASCII(domain) || domain).toLowerCase()
}
