import type { AccountSettings } from "./account-settings"
import { serverWords } from "./domain/server-words"
import { checkImap } from "./transports/imap"
import { checkSmtp } from "./transports/smtp"

export type CheckResult = { ok: boolean; error?: string }
export type ServersChecked = {
  /** Null where no mailbox is read. */
  imap: CheckResult | null
  smtp: CheckResult
}

/**
 * Logs in to the servers.
 * @param moveTo a folder that has to be there too
 */
export async function checkServers(
  { imap, smtp }: AccountSettings,
  moveTo: string | null = null
): Promise<ServersChecked> {
  const [imapResult, smtpResult] = await Promise.all([
    imap && wordsOf(() => checkImap(imap, moveTo)),
    wordsOf(() => checkSmtp(smtp)),
  ])
  return { imap: imapResult, smtp: smtpResult }
}

/** What the servers said. @returns null when they let us in */
export function refusalsOf({ imap, smtp }: ServersChecked): string | null {
  const inward = !imap || imap.ok ? null : `IMAP: ${imap.error}`
  const outward = smtp.ok ? null : `SMTP: ${smtp.error}`

  return inward && outward ? `${withStop(inward)} ${outward}` : (inward ?? outward)
}

/** Servers end their words as they like. */
const withStop = (words: string) => (/[.?!]$/.test(words) ? words : `${words}.`)

async function wordsOf(check: () => Promise<void>): Promise<CheckResult> {
  try {
    await check()
    return { ok: true }
  } catch (error) {
    return { ok: false, error: serverWords(error) }
  }
}
