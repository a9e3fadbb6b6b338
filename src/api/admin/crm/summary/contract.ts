export type SummaryResponse = {
  /** False while the plugin option `enabled` is: the pages say so. */
  enabled: boolean
  departments: number
  mail_accounts: { total: number; failing: number }
  open_tickets: number
  awaiting_agent: number
  unanswered: number
  mine_open: number
}
