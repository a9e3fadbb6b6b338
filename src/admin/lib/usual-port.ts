import type { MailAccount } from "../../api/admin/crm/mail-accounts/contract"

type Security = MailAccount["smtp"]["security"]

/** The port a kind of security usually has. */
export const usualPort = (protocol: "imap" | "smtp", security: Security): number =>
  PORTS[protocol][security]

const PORTS = {
  imap: { tls: 993, starttls: 143, none: 143 },
  smtp: { tls: 465, starttls: 587, none: 25 },
}
