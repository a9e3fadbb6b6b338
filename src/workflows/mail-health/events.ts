/** Mail is in trouble, or out of it again: `{ id, account_id, kind }`. */
export const MailAlertEvents = {
  /** `kind` is `account`, `sending`, `dead_letters` or `quarantine`. */
  BEGAN: "crm_mail_alert.began",
  /** By itself, not because somebody waved it aside or switched the account off. */
  ENDED: "crm_mail_alert.ended",
} as const
