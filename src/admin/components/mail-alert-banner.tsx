import { Alert } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { mailAlertsQuery } from "../queries/mail-health"
import { MailAlertList } from "./mail-alert-list"

/** Above every page of the desk while mail does not flow as it should. */
export const MailAlertBanner = () => {
  const { data: alerts = [] } = useQuery(mailAlertsQuery)
  const isGrave = alerts.some(({ is_dismissible }) => !is_dismissible)

  return alerts.length ? (
    <Alert
      variant={isGrave ? "error" : "warning"}
      role="alert"
      className="[&>div]:w-full"
      data-mail-alerts
    >
      <MailAlertList alerts={alerts} />
    </Alert>
  ) : null
}
