import { useTranslation } from "react-i18next"
import type { AccountHealth } from "../../../../../api/admin/crm/mail-health/contract"
import { duration } from "../../../../lib/relative-time"

/** The mail server's clock against ours, as far as a mail that came shows it. */
export const ClockFact = ({ health: { arrival } }: { health: AccountHealth }) => {
  const { t, i18n } = useTranslation("crmDesk")

  if (!arrival) {
    return <span className="text-ui-fg-muted">{t("doctor.clockUnknown")}</span>
  }
  const { offset_seconds } = arrival

  return offset_seconds > 0
    ? t("doctor.clockAhead", {
        duration: duration(Math.abs(offset_seconds), i18n.language),
      })
    : t("doctor.clockArrival", {
        duration: duration(Math.abs(offset_seconds), i18n.language),
      })
}
