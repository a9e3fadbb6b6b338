import type { MailAccount } from "../../api/admin/crm/mail-accounts/contract"

type Security = MailAccount["smtp"]["security"]

/** The port a kind of security usually has. */
export const usualPort = (protocol: "imap" | "smtp", security: Security): number =>
  PORTS[protocol][security]

const PORTS = {
  imap: { tls: 993, starttls: 143, none: 143 },
  smtp: { tls: 465, starttls: 587, none: 25 },
}

type Server = { port: string; security: Security }

/** The port when another kind of security is chosen: the usual one, unless a person typed another. */
export function portWith(
  protocol: "imap" | "smtp",
  { port, security }: Server,
  chosen: Security
): string {
  const isUsual = !port || port === String(usualPort(protocol, security))

  return isUsual ? String(usualPort(protocol, chosen)) : port
}
