import type { InboundMail } from "../../api/admin/crm/inbound-mails/contract"
import type { AccountHealth } from "../../api/admin/crm/mail-health/contract"

type Waited = Pick<AccountHealth, "test_mail"> & {
  mail_account: Pick<AccountHealth["mail_account"], "created_at">
}

/** Mail servers' clocks are not ours. */
const TOLERANCE_MS = 10 * 60_000

/**
 * The mail that shows that an account receives: the latest one sent since it was connected. What lay
 * in the mailbox before shows only that it can be read. After a test mail left, only what came since.
 */
export function arrivalOf<
  Mail extends Pick<InboundMail, "id" | "server_date" | "created_at">,
>(health: Waited | undefined, mails: Mail[] | undefined): Mail | undefined {
  if (!health || !mails) {
    return undefined
  }
  const { test_mail, mail_account } = health
  const connected = Date.parse(mail_account.created_at) - TOLERANCE_MS
  const tested = test_mail ? Date.parse(test_mail.sent_at) : 0

  return (
    mails.find(({ id }) => id === test_mail?.inbound_mail_id) ??
    mails.find(
      (mail) => sentAt(mail) >= connected && Date.parse(mail.created_at) >= tested
    )
  )
}

const sentAt = ({
  server_date,
  created_at,
}: Pick<InboundMail, "server_date" | "created_at">) =>
  Date.parse(server_date ?? created_at)
