import { IconButton, toast } from "@medusajs/ui"
import { XMarkMini } from "@medusajs/icons"
import { useTranslation } from "react-i18next"
import type { MailAlert } from "../../api/admin/crm/mail-alerts/contract"
import { messageOf } from "../lib/server-error"
import { useDismissAlert } from "../queries/mail-health"
import { MailAlertText } from "./mail-alert-text"

export const MailAlertList = ({ alerts }: { alerts: MailAlert[] }) => {
  const { t } = useTranslation("crmDesk")
  const { mutate, isPending } = useDismissAlert()

  return (
    <ul className="flex w-full flex-col gap-y-3">
      {alerts.map((alert) => (
        <li key={alert.id} className="flex items-start justify-between gap-x-2">
          <MailAlertText alert={alert} />
          {alert.is_dismissible && (
            // No tooltip: in the popover it would open by itself, with the focus.
            <IconButton
              size="2xsmall"
              variant="transparent"
              className="shrink-0"
              disabled={isPending}
              aria-label={t("alerts.dismiss")}
              title={t("alerts.dismissHint")}
              onClick={() =>
                mutate(alert.id, { onError: (error) => toast.error(messageOf(error)) })
              }
            >
              <XMarkMini />
            </IconButton>
          )}
        </li>
      ))}
    </ul>
  )
}
