import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AccountHealth } from "../../../../../api/admin/crm/mail-health/contract"

/** How far the reading of a full mailbox is. */
export const Progress = ({ health }: { health: AccountHealth }) => {
  const { t, i18n } = useTranslation("crmDesk")
  const { backlog } = health.mail_account
  const all = health.poll_fetched + backlog
  const number = (count: number) => count.toLocaleString(i18n.language)

  return (
    <div className="flex flex-col gap-y-2 px-6 py-4">
      <Text size="small">
        {t("doctor.progress", {
          fetched: number(health.poll_fetched),
          all: number(all),
          waiting: number(backlog),
        })}
      </Text>
      <div
        role="progressbar"
        aria-label={t("doctor.reading")}
        aria-valuemin={0}
        aria-valuemax={all}
        aria-valuenow={health.poll_fetched}
        className="bg-ui-bg-component h-1.5 overflow-hidden rounded-full"
      >
        <div
          className="bg-ui-bg-interactive h-full rounded-full"
          style={{ width: `${(100 * health.poll_fetched) / all}%` }}
        />
      </div>
    </div>
  )
}
