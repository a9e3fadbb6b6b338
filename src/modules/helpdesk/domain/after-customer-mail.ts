import type { StatusCategory } from "./ticket-status"

export type MailEffect = {
  /** The category to change to, or null to leave the status alone. */
  category: StatusCategory | null
  awaiting: "agent" | null
}

/**
 * What a mail does to the ticket it arrives on. A customer's words reopen what was closed or waited
 * for her (V-52) and leave a ticket on hold where its holder put it; a machine's words change
 * nothing, or an absence notice would reopen tickets all summer.
 */
export function afterCustomerMail(
  current: StatusCategory,
  mail: { is_automated: boolean }
): MailEffect {
  if (mail.is_automated) {
    return { category: null, awaiting: null }
  }
  return {
    category: current === "closed" || current === "pending" ? "open" : null,
    awaiting: "agent",
  }
}
