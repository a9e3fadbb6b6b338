import { Container, Heading, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type { AccountHealth } from "../../../../../api/admin/crm/mail-health/contract"
import { departmentsQuery } from "../../../../queries/departments"
import { AccountState } from "../../../settings/crm-mail-accounts/account-state"
import { LedgerTotals, OutboxTotals } from "../sections/totals"
import { AccountActions } from "./account-actions"
import { AccountFacts } from "./account-facts"
import { Findings } from "./findings"
import { Progress } from "./progress"

/** One account, as calm as it can be: how it is, what to do, and every fact behind it. */
export const AccountSection = ({ health }: { health: AccountHealth }) => {
  const { t } = useTranslation("crmDesk")
  const { data: departments } = useQuery(departmentsQuery)
  const { mail_account: account } = health
  const department = departments?.find(({ id }) => id === account.department_id)

  return (
    <Container className="divide-y p-0" data-account={account.address}>
      <div className="flex flex-wrap items-start justify-between gap-3 px-6 py-4">
        <div className="flex min-w-0 flex-col gap-y-1">
          <div className="flex flex-wrap items-center gap-2">
            <Heading level="h2" className="[overflow-wrap:anywhere]">
              {account.address}
            </Heading>
            <AccountState account={account} />
          </div>
          <Text size="small" className="text-ui-fg-subtle">
            {t("doctor.feeds", {
              number: account.number,
              department: department?.private_name ?? "–",
            })}
          </Text>
        </div>
        <AccountActions account={account} />
      </div>
      {health.is_polled_now && account.backlog > 0 && <Progress health={health} />}
      <Findings health={health} />
      <AccountFacts health={health} />
      <div className="grid gap-x-6 gap-y-4 px-6 py-4 lg:grid-cols-2">
        <LedgerTotals totals={health.ledger} accountId={account.id} />
        <OutboxTotals totals={health.outbox} accountId={account.id} />
      </div>
    </Container>
  )
}
