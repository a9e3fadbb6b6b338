import type { RatingSummary } from "../../../../modules/helpdesk/reports/ratings"

export type SummaryResponse = {
  /** False while the plugin option `enabled` is: the pages say so. */
  enabled: boolean
  departments: number
  mail_accounts: { total: number; failing: number }
  open_tickets: number
  awaiting_agent: number
  unanswered: number
  mine_open: number
  /** How customers said it was in the last thirty days. */
  ratings: RatingSummary
  /** Mail to customers can carry links: the option `storefrontUrl` is set. */
  has_storefront: boolean
}
