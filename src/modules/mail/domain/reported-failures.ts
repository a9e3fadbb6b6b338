import type { RecipientState } from "../types"
import type { AddressFailure } from "./suppression"

/** What a bounce says of one recipient (RFC 3464). */
export type ReportedRecipient = AddressFailure & {
  /** A server still tries: nothing failed yet. */
  is_delayed: boolean
}

export type Bounce = {
  /** The bounce's row in the ledger. */
  inbound_mail_id: string
  at: string
  recipients: ReportedRecipient[]
}

/**
 * Puts what a bounce reports on the recipients of the mail it is about. Only who got the mail can
 * bounce it: a report about anybody else changes nothing, or a forged one could stop the mail to any
 * address. A mail to one person was bounced by that person's server, whatever address it names: it
 * may have been forwarded.
 * @returns the recipients as they are now, and those that failed
 */
export function withBounce(
  recipients: RecipientState[],
  bounce: Bounce
): { recipients: RecipientState[]; failed: AddressFailure[] } {
  const failed: AddressFailure[] = []
  const changed = recipients.map((recipient): RecipientState => {
    const report = reportFor(recipient, recipients, bounce)

    if (!report || recipient.state === "refused") {
      return recipient
    }
    if (report.is_delayed && recipient.state === "bounced") {
      return recipient
    }
    if (!report.is_delayed) {
      failed.push({ ...report, address: recipient.address })
    }
    return {
      address: recipient.address,
      state: report.is_delayed ? "delayed" : "bounced",
      response: report.response,
      failure: {
        at: bounce.at,
        status: report.status,
        permanent: report.permanent,
        inbound_mail_id: bounce.inbound_mail_id,
      },
    }
  })
  return { recipients: changed, failed }
}

function reportFor(
  { address }: RecipientState,
  all: RecipientState[],
  { recipients: reports }: Bounce
): ReportedRecipient | undefined {
  const named = reports.find(
    (report) => report.address.toLowerCase() === address.toLowerCase()
  )
  if (named || all.length > 1) {
    return named
  }
  return reports[0] ?? { ...UNEXPLAINED, address }
}

/** A bounce that names nobody still says that the mail came back. */
const UNEXPLAINED = {
  status: null,
  permanent: false,
  response: null,
  is_delayed: false,
}
