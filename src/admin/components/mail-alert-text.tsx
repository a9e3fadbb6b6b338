import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { MailAlert } from "../../api/admin/crm/mail-alerts/contract"
import { inboundPath, MAIL_PATH, outboundPath } from "../lib/mail-links"
import { Moment } from "./moment"

/** What is wrong, in the server's words, and the way to it. */
export const MailAlertText = ({ alert }: { alert: MailAlert }) => {
  const { t } = useTranslation("crmDesk")
  const { address, count, words } = alert

  return (
    <div className="flex min-w-0 flex-1 flex-col">
      <Text size="small" weight="plus" className="[overflow-wrap:anywhere]">
        <Link to={placeOf(alert)} className="hover:text-ui-fg-interactive-hover">
          {t(`alerts.${titleOf(alert)}`, { address, count })}
        </Link>
      </Text>
      <Text size="small" className="text-ui-fg-subtle [overflow-wrap:anywhere]">
        {words && `${words} · `}
        <Moment at={alert.began_at} className="text-ui-fg-muted" />
      </Text>
    </div>
  )
}

const titleOf = ({ kind, account_state: state }: MailAlert) =>
  kind === "account" && (state === "reconnect" || state === "locked") ? state : kind

function placeOf({ kind, account_id }: MailAlert): string {
  switch (kind) {
    case "quarantine":
      return inboundPath({ state: "quarantined", account_id })
    case "dead_letters":
      return outboundPath({ state: "dead", account_id })
    case "sending":
      return outboundPath({ state: "failed", account_id })
    default:
      return MAIL_PATH
  }
}
