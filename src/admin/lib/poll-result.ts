import type { MailAccountPollResponse } from "../../api/admin/crm/mail-accounts/contract"

type Translate = (key: string, values?: Record<string, unknown>) => string

/** What a poll did, in a sentence. */
export function pollResult({ poll }: MailAccountPollResponse, t: Translate): string {
  if (!poll) {
    return t("mailAccounts.busy")
  }
  return poll.fetched
    ? t("mailAccounts.fetched", { count: poll.fetched, tickets: poll.ticketed })
    : t("mailAccounts.nothingNew")
}
