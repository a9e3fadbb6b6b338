import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { MailHealth } from "../../../../../api/admin/crm/mail-health/contract"
import { Moment } from "../../../../components/moment"
import { LedgerTotals, OutboxTotals } from "./totals"

/** All accounts together, those that were removed included, and our own clocks. */
export const TotalsSection = ({ health }: { health: MailHealth }) => {
  const { t } = useTranslation("crmDesk")
  const { removed } = health
  const seconds = Math.abs(health.clock_offset_ms) / 1000

  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 px-6 py-4">
        <Heading level="h2">{t("doctor.all")}</Heading>
        <Text size="small" className="text-ui-fg-muted">
          {t("doctor.checkedAt")} <Moment at={health.checked_at} />
        </Text>
      </div>
      <div className="grid gap-x-6 gap-y-4 px-6 py-4 lg:grid-cols-2">
        <LedgerTotals totals={health.ledger} />
        <OutboxTotals totals={health.outbox} />
      </div>
      <div className="flex flex-col gap-y-1 px-6 py-4">
        {removed.ledger.total > 0 && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("doctor.removed", { count: removed.ledger.total })}
          </Text>
        )}
        <Text
          size="small"
          className={seconds > 30 ? "text-ui-fg-error" : "text-ui-fg-subtle"}
        >
          {seconds > 30
            ? t("doctor.clocksDiffer", {
                seconds: seconds.toFixed(seconds < 1 ? 2 : 0),
              })
            : t("doctor.clocksAgree", {
                seconds: seconds.toFixed(seconds < 1 ? 2 : 0),
              })}
        </Text>
      </div>
    </Container>
  )
}
