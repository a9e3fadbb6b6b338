import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { AccountHealth } from "../../../../../api/admin/crm/mail-health/contract"
import { inboundPath } from "../../../../lib/mail-links"

const METHODS = ["spf", "dkim", "dmarc"] as const
const COLORS: Record<string, "green" | "red" | "orange" | "grey"> = {
  pass: "green",
  fail: "red",
  softfail: "orange",
  permerror: "orange",
  temperror: "orange",
}

type AuthenticationFactProps = Pick<AccountHealth, "authentication">

/** What SPF, DKIM and DMARC said of the newest mail, and who says so. */
export const AuthenticationFact = ({ authentication }: AuthenticationFactProps) => {
  const { t } = useTranslation("crmDesk")

  if (!authentication) {
    return <span className="text-ui-fg-muted">{t("doctor.noAuthentication")}</span>
  }
  return (
    <div className="flex flex-col items-start gap-y-1">
      <div className="flex flex-wrap gap-1">
        {METHODS.map((method) => (
          <StatusBadge key={method} color={COLORS[authentication[method]] ?? "grey"}>
            {method.toUpperCase()} {authentication[method]}
          </StatusBadge>
        ))}
      </div>
      <span>
        {authentication.authserv_id
          ? authentication.is_trusted
            ? t("doctor.saysTrusted", {
                server: authentication.authserv_id,
              })
            : t("doctor.saysUntrusted", {
                server: authentication.authserv_id,
              })
          : t("doctor.saysNobody")}{" "}
        <Link
          to={inboundPath({ mail: authentication.inbound_mail_id })}
          className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
        >
          {t("doctor.thatMail")}
        </Link>
      </span>
    </div>
  )
}
