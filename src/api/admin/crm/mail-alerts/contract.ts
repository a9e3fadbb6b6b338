import type { AlertKind } from "../../../../modules/mail/domain/mail-alert"
import type { Paged } from "../contract"

/** Something is wrong with mail right now. */
export type MailAlert = {
  id: string
  account_id: string
  address: string
  account_state: string
  kind: AlertKind
  /** The server's own, or the reason of the newest mail concerned. */
  words: string | null
  /** Mails concerned. */
  count: number
  began_at: string
  /** Agents may wave it aside; the others end once mail flows again. */
  is_dismissible: boolean
}

export type MailAlertsResponse = { mail_alerts: MailAlert[] } & Paged
export type MailAlertDismissed = { id: string; object: "mail_alert"; dismissed: true }
