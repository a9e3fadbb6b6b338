import type { RecipientState } from "../types"
import type { OutboundState } from "./outbound-state"

/** A recipient who did not get the mail, or not yet. */
export type FailedRecipient = {
  address: string
  state: "refused" | "bounced" | "delayed"
  status: string | null
  response: string | null
  permanent: boolean
  at: string | null
  /** The bounce in the ledger, which is a message of the ticket too. */
  inbound_mail_id: string | null
}

export type Delivery = {
  /** `bounced`: sent, and came back from at least one recipient. */
  state: OutboundState | "bounced"
  error: string | null
  failures: FailedRecipient[]
}

/** How a mail's way out stands, for whoever asked for it. */
export function deliveryOf({
  state,
  recipients,
  last_response,
}: {
  state: OutboundState
  recipients: RecipientState[]
  last_response: string | null
}): Delivery {
  const failures = recipients.flatMap(failureOf)
  const bounced = failures.filter((failure) => failure.state === "bounced")
  const isRefused = failures.some((failure) => failure.state === "refused")

  if (state === "sent" && bounced.length) {
    return { state: "bounced", error: bounced[0].response, failures }
  }
  return {
    state,
    error: TELLS_WHY.includes(state) || isRefused ? last_response : null,
    failures,
  }
}

const TELLS_WHY: OutboundState[] = ["failed", "dead", "cancelled"]

const failureOf = ({
  address,
  state,
  response,
  failure,
}: RecipientState): FailedRecipient[] =>
  state === "pending" || state === "accepted"
    ? []
    : [
        {
          address,
          state,
          response,
          status: failure?.status ?? null,
          permanent: failure?.permanent ?? state === "refused",
          at: failure?.at ?? null,
          inbound_mail_id: failure?.inbound_mail_id ?? null,
        },
      ]
