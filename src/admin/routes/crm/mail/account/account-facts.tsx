import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import type { AccountHealth } from "../../../../../api/admin/crm/mail-health/contract"
import { Moment } from "../../../../components/moment"
import { oauthOf } from "../../../../lib/oauth-of"
import { AuthenticationFact } from "./authentication-fact"
import { ClockFact } from "./clock-fact"

/** Everything that is known, whether or not it is worth a remark. */
export const AccountFacts = ({ health }: { health: AccountHealth }) => {
  const { t } = useTranslation("crmDesk")
  const { mail_account: account } = health
  const oauth = oauthOf(account)

  return (
    <dl className="grid gap-x-6 gap-y-4 px-6 py-4 sm:grid-cols-2 xl:grid-cols-3">
      <Fact label={t("mailAccounts.lastPoll")}>
        {health.is_polled_now ? t("doctor.now") : <At moment={account.last_polled_at} />}
      </Fact>
      <Fact label={t("doctor.nextPoll")}>
        {account.enabled ? <At moment={account.next_poll_at} /> : "–"}
      </Fact>
      <Fact label={t("doctor.lastMail")}>
        <At moment={account.last_mail_at} />
      </Fact>
      <Fact label={t("doctor.waiting")}>
        {t("mailAccounts.backlog", { count: account.backlog })}
      </Fact>
      <Fact label={t("doctor.clock")}>
        <ClockFact health={health} />
      </Fact>
      <Fact label={t("doctor.authentication")}>
        <AuthenticationFact authentication={health.authentication} />
      </Fact>
      {oauth && (
        <Fact label={t("doctor.token", { provider: oauth.provider })}>
          <At moment={oauth.expires_at} full />
        </Fact>
      )}
    </dl>
  )
}

type FactProps = { label: string; children: ReactNode }

const Fact = ({ label, children }: FactProps) => (
  <div className="flex min-w-0 flex-col">
    <dt className="txt-compact-small text-ui-fg-muted">{label}</dt>
    <dd className="txt-small text-ui-fg-base [overflow-wrap:anywhere]">{children}</dd>
  </div>
)

const At = ({ moment, full }: { moment: string | null; full?: boolean }) => {
  const { t } = useTranslation("crmDesk")

  return moment ? (
    <Moment at={moment} full={full} />
  ) : (
    <Text size="small" className="text-ui-fg-muted">
      {t("mailAccounts.never")}
    </Text>
  )
}
