import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Envelope } from "@medusajs/icons"
import { IconButton, Popover, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import { Link, useLocation } from "react-router-dom"
import { useAfterPaint } from "../components/use-after-paint"
import { MailAlertList } from "../components/mail-alert-list"
import { MAIL_PATH } from "../lib/mail-links"
import { mailAlertsQuery } from "../queries/mail-health"

/** In the head of every page of the admin, and only while mail does not flow as it should. */
const MailAlerts = () => {
  const { t } = useTranslation("crmDesk")
  const { data: alerts = [] } = useQuery({ ...mailAlertsQuery, enabled: useAfterPaint() })
  const [isOpen, setIsOpen] = useState(false)
  const place = useLocation()

  // Whoever followed a link wants to see where it led.
  useEffect(() => setIsOpen(false), [place])

  if (!alerts.length) {
    return null
  }

  return (
    <Popover open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger asChild>
        <IconButton
          size="small"
          variant="transparent"
          className="text-ui-fg-muted relative"
          aria-label={t("alerts.label", { count: alerts.length })}
        >
          <Envelope />
          <span
            aria-hidden
            className="bg-ui-tag-red-icon absolute end-0 top-0 flex h-3.5 min-w-3.5 items-center justify-center rounded-full px-0.5 text-[10px] font-medium leading-none text-white"
          >
            {alerts.length}
          </span>
        </IconButton>
      </Popover.Trigger>
      <Popover.Content
        align="end"
        className="flex max-h-96 w-96 max-w-[calc(100vw-2rem)] flex-col gap-y-3 overflow-y-auto p-4"
      >
        <div className="flex items-center justify-between gap-x-2">
          <Text size="small" weight="plus">
            {t("alerts.title")}
          </Text>
          <Link
            to={MAIL_PATH}
            className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover txt-compact-small"
          >
            {t("alerts.toDoctor")}
          </Link>
        </div>
        <MailAlertList alerts={alerts} />
      </Popover.Content>
    </Popover>
  )
}

export const config = defineWidgetConfig({
  zone: "topbar",
  id: "crm-desk:mail-alerts",
})

export default MailAlerts
