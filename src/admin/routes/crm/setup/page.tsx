import { Button, Heading, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { Link, useSearchParams } from "react-router-dom"
import { Crumb } from "../../../components/crumb"
import { Desk } from "../../../components/desk"
import { LoadError } from "../../../components/load-error"
import { departmentsQuery } from "../../../queries/departments"
import { mailHealthQuery } from "../../../queries/mail-health"
import { AccountStep } from "./steps/account-step"
import { ArrivalStep } from "./steps/arrival-step"
import { DepartmentStep } from "./steps/department-step"

/**
 * From nothing to the first received mail (V-04). Where it stands follows from what there is, so it
 * can be left at any time and taken up again on another day, or by another agent.
 */
const SetUpPage = () => {
  const { t } = useTranslation("crmDesk")
  const [params, setParams] = useSearchParams()
  const departments = useQuery(departmentsQuery)
  const health = useQuery(mailHealthQuery)
  const accounts = health.data?.accounts ?? []
  const chosen =
    accounts.find(({ mail_account }) => mail_account.id === params.get("account")) ??
    accounts.find(({ ledger }) => ledger.total === 0) ??
    accounts.at(0)
  const error = departments.error ?? health.error

  return (
    <Desk>
      <div className="flex flex-wrap items-center justify-between gap-3 px-1">
        <div>
          <Heading>{t("setUp.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("setUp.leave")}
          </Text>
        </div>
        <Button size="small" variant="secondary" asChild>
          <Link to="/crm">{t("setUp.later")}</Link>
        </Button>
      </div>
      {error && (!departments.data || !health.data) ? (
        <LoadError
          error={error}
          onRetry={() => Promise.all([departments.refetch(), health.refetch()])}
        />
      ) : (
        <>
          <DepartmentStep departments={departments.data} />
          <AccountStep
            accounts={health.data && accounts}
            chosen={chosen}
            departments={departments.data}
            onChoose={(account) => setParams({ account }, { replace: true })}
          />
          <ArrivalStep key={chosen?.mail_account.id} health={chosen} />
        </>
      )}
    </Desk>
  )
}

export const handle = { breadcrumb: () => <Crumb label="setUp" /> }

export default SetUpPage
