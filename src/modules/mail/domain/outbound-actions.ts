import type { RecipientState } from "../types"
import type { OutboundState } from "./outbound-state"

export const OUTBOUND_ACTIONS = ["retry", "cancel", "hold", "release"] as const
export type OutboundAction = (typeof OUTBOUND_ACTIONS)[number]

type Mail = {
  state: OutboundState
  waits_for_release?: boolean
  recipients: Pick<RecipientState, "state">[]
}

/** What may be asked of a mail in the outbox. */
export const actionsOn = (mail: Mail): OutboundAction[] =>
  OUTBOUND_ACTIONS.filter((action) => refusalOf(action, mail) === null)

/**
 * Why an action is refused, in a sentence that says what else can be done.
 * @returns null when nothing speaks against it
 */
export function refusalOf(action: OutboundAction, mail: Mail): string | null {
  if (mail.state === "held" && mail.waits_for_release && action !== "cancel") {
    return "This mail is a reply that is held on its ticket: send it now, or change its time, there"
  }
  switch (action) {
    case "retry":
      return retryRefusal(mail)
    case "cancel":
      return NOT_LEFT.includes(mail.state)
        ? null
        : `${said(mail)}: it cannot be cancelled`
    case "hold":
      return NOT_LEFT.includes(mail.state)
        ? null
        : `${said(mail)}: it cannot be held back`
    case "release":
      return mail.state === "held"
        ? null
        : `${said(mail)}: only a held mail can be released`
  }
}

const NOT_LEFT: OutboundState[] = ["held", "queued", "failed"]

/** A sent mail is sent again only to those who did not get it. */
function retryRefusal(mail: Mail): string | null {
  if (["failed", "dead", "cancelled"].includes(mail.state)) {
    return null
  }
  if (mail.state === "sent") {
    return mail.recipients.some(({ state }) => state === "refused" || state === "bounced")
      ? null
      : "This mail was sent to all its recipients: there is nobody to send it to again"
  }
  return mail.state === "held"
    ? "This mail is held back until its time. Release it to send it now"
    : `${said(mail)}: there is nothing to try again`
}

const said = ({ state }: Mail) => SENTENCES[state]

const SENTENCES: Record<OutboundState, string> = {
  held: "This mail is held back",
  queued: "This mail is about to leave",
  sending: "This mail is leaving right now",
  sent: "This mail was sent",
  failed: "This mail waits for its next attempt",
  dead: "This mail was given up",
  cancelled: "This mail was cancelled",
}
