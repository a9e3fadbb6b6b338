import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type {
  AccountHealth,
  Finding,
} from "../../../../../api/admin/crm/mail-health/contract"
import { inboundPath, outboundPath, SET_UP_PATH } from "../../../../lib/mail-links"
import { MAIL_ACCOUNTS_PATH } from "../../../../lib/ticket-links"
import { AdoptAuthserv } from "./adopt-authserv"

type FindingActionProps = { finding: Finding; health: AccountHealth }

/** The next step, where there is one to click. */
export const FindingAction = ({ finding, health }: FindingActionProps) => {
  const { t } = useTranslation("crmDesk")
  const { id } = health.mail_account

  switch (finding.code) {
    case "nobody_trusted":
    case "other_authserv":
      return <AdoptAuthserv health={health} />
    case "quarantined":
      return (
        <Go
          to={inboundPath({ state: "quarantined", account_id: id })}
          label={t("doctor.show")}
        />
      )
    case "not_ticketed":
      return (
        <Go
          to={inboundPath({ state: "stored", account_id: id })}
          label={t("doctor.show")}
        />
      )
    case "dead_letters":
      return (
        <Go
          to={outboundPath({ state: "dead", account_id: id })}
          label={t("doctor.show")}
        />
      )
    case "sending_fails":
      return (
        <Go
          to={outboundPath({ state: "failed", account_id: id })}
          label={t("doctor.show")}
        />
      )
    case "no_mail_yet":
    case "test_lost":
      return <Go to={`${SET_UP_PATH}?account=${id}`} label={t("doctor.sendTest")} />
    case "reconnect":
    case "locked":
    case "failing":
    case "no_way_in":
    case "readable_on_the_way":
      return <Go to={`${MAIL_ACCOUNTS_PATH}?edit=${id}`} label={t("doctor.toSettings")} />
    default:
      return null
  }
}

const Go = ({ to, label }: { to: string; label: string }) => (
  <Button size="small" variant="secondary" asChild>
    <Link to={to}>{label}</Link>
  </Button>
)
