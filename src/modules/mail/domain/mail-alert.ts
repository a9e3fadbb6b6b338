/**
 * What agents are told of unasked:
 * - `account`: it cannot be read, or has to be connected again
 * - `sending`: mail does not leave through it
 * - `dead_letters`: mail was given up
 * - `quarantine`: mail came that could not be put on a ticket
 */
export const ALERT_KINDS = ["account", "sending", "dead_letters", "quarantine"] as const
export type AlertKind = (typeof ALERT_KINDS)[number]

/** How it ended. Only a recovery is told: the other two were somebody's own doing. */
export const ALERT_ENDINGS = ["recovered", "dismissed", "switched_off"] as const
export type AlertEnding = (typeof ALERT_ENDINGS)[number]

/** What agents can wave aside: it stays as it is until somebody deals with each mail. */
export const isDismissible = (kind: AlertKind) =>
  kind === "quarantine" || kind === "dead_letters"

/** A server that hiccups once is not worth a word. */
export const FAILURES_BEFORE_ALERT = 2
/** Servers that greylist refuse the first attempts on purpose, for about five minutes. */
export const ATTEMPTS_BEFORE_ALERT = 3

type Told = { kind: AlertKind; address: string; words: string | null; count: number }

/** The words of the notification that an alert began, in the feed of every agent. */
export function beginningOf({ kind, address, words, count }: Told) {
  const mails = count === 1 ? "1 mail" : `${count} mails`
  const title = {
    account: `Mail account ${address} cannot be read`,
    sending: `Mail does not leave through ${address}`,
    dead_letters: `${mails} through ${address} could not be sent`,
    quarantine: `${mails} to ${address} ${count === 1 ? "is" : "are"} in quarantine`,
  }[kind]

  return { title, description: words ?? "" }
}

/** The words of the notification that all is well again. */
export function recoveryOf({ kind, address }: Pick<Told, "kind" | "address">) {
  const title = {
    account: `Mail account ${address} works again`,
    sending: `Mail leaves through ${address} again`,
    dead_letters: `No mail through ${address} is given up any more`,
    quarantine: `No mail to ${address} is in quarantine any more`,
  }[kind]

  return { title, description: "" }
}
