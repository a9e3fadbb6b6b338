import { Alert, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { useAfterPaint } from "./use-after-paint"
import { MAIL_PATH } from "../lib/mail-links"
import { mailAlertsQuery } from "../queries/mail-health"
import { MailAlertList } from "./mail-alert-list"

/** More would push the page away; the head of the page has them all. */
const MOST_SHOWN = 3

/** Above every page of the desk while mail does not flow as it should. */
export const MailAlertBanner = () => {
  const { t } = useTranslation("crmDesk")
  const { data: alerts = [] } = useQuery({ ...mailAlertsQuery, enabled: useAfterPaint() })
  const isGrave = alerts.some(({ is_dismissible }) => !is_dismissible)

  return alerts.length ? (
    <Alert
      variant={isGrave ? "error" : "warning"}
      role="alert"
      className="[&>div]:w-full"
      data-mail-alerts
    >
      <MailAlertList alerts={alerts.slice(0, MOST_SHOWN)} />
      {alerts.length > MOST_SHOWN && (
        <Text size="small" className="pt-3">
          <Link to={MAIL_PATH} className="text-ui-fg-interactive">
            {t("alerts.more", { count: alerts.length - MOST_SHOWN })}
          </Link>
        </Text>
      )}
    </Alert>
  ) : null
}
