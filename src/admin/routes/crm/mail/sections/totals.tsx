import { clx, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type {
  LedgerTotals as Ledger,
  OutboxTotals as Outbox,
} from "../../../../../api/admin/crm/mail-health/contract"
import { inboundPath, outboundPath } from "../../../../lib/mail-links"

const IN = ["ticketed", "ignored", "quarantined", "stored"] as const
const OUT = ["queued", "held", "sending", "failed", "dead"] as const
const ALARMING: readonly string[] = ["quarantined", "failed", "dead"]

type Of<Totals> = { totals: Totals; accountId?: string }

/** How every mail that came in ended; the parts add up to the whole. */
export const LedgerTotals = ({ totals, accountId }: Of<Ledger>) => {
  const { t, i18n } = useTranslation("crmDesk")

  return (
    <Totals
      title={t("ledger.title")}
      sum={t("doctor.received", {
        count: totals.total,
        number: totals.total.toLocaleString(i18n.language),
      })}
    >
      {IN.map((state) => (
        <Total
          key={state}
          label={t(`ledger.states.${state}`)}
          count={totals[state]}
          isAlarming={ALARMING.includes(state)}
          to={inboundPath({ state, ...scope(accountId) })}
        />
      ))}
    </Totals>
  )
}

/** What has not left, or not ended well. */
export const OutboxTotals = ({ totals, accountId }: Of<Outbox>) => {
  const { t } = useTranslation("crmDesk")

  return (
    <Totals title={t("outbox.title")}>
      {OUT.map((state) => (
        <Total
          key={state}
          label={t(`outbox.states.${state}`)}
          count={totals[state]}
          isAlarming={ALARMING.includes(state)}
          to={outboundPath({ state, ...scope(accountId) })}
        />
      ))}
    </Totals>
  )
}

const scope = (accountId: string | undefined) =>
  accountId ? { account_id: accountId } : {}

type TotalsProps = { title: string; sum?: string; children: React.ReactNode }

const Totals = ({ title, sum, children }: TotalsProps) => (
  <div className="flex min-w-0 flex-col gap-y-1">
    <Text size="small" weight="plus">
      {title}
      {sum && <span className="text-ui-fg-muted font-normal"> · {sum}</span>}
    </Text>
    <div className="flex flex-wrap gap-x-4 gap-y-1">{children}</div>
  </div>
)

type TotalProps = { label: string; count: number; isAlarming: boolean; to: string }

const Total = ({ label, count, isAlarming, to }: TotalProps) => {
  const { i18n } = useTranslation("crmDesk")

  return (
    <Link
      to={to}
      className={clx(
        "txt-small hover:text-ui-fg-interactive-hover whitespace-nowrap",
        count === 0
          ? "text-ui-fg-muted"
          : isAlarming
            ? "text-ui-tag-red-text"
            : "text-ui-fg-base"
      )}
    >
      <span className="tabular-nums">{count.toLocaleString(i18n.language)}</span> {label}
    </Link>
  )
}
