import { Button, Heading, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import {
  DEPARTMENTS_PATH,
  MAIL_ACCOUNTS_PATH,
  newTicketPath,
} from "../../../../lib/ticket-links"
import { summaryQuery } from "../../../../queries/summary"

/** No tickets yet: says what is missing before there can be any (V-04). */
export const NoTicketsYet = () => {
  const { t } = useTranslation("crmDesk")
  const { data: summary } = useQuery(summaryQuery)

  if (summary?.departments === 0) {
    return (
      <NextStep
        title={t("empty.noDepartment")}
        description={t("empty.noDepartmentHint")}
        action={t("departments.create")}
        to={`${DEPARTMENTS_PATH}?edit=new`}
      />
    )
  }
  if (summary?.mail_accounts.total === 0) {
    return (
      <NextStep
        title={t("empty.noMailAccount")}
        description={t("empty.noMailAccountHint")}
        action={t("mailAccounts.create")}
        to={`${MAIL_ACCOUNTS_PATH}?edit=new`}
      />
    )
  }
  return (
    <NextStep
      title={t("empty.noTickets")}
      description={t("empty.noTicketsHint")}
      action={t("tickets.create")}
      to={newTicketPath()}
    />
  )
}

type NextStepProps = { title: string; description: string; action: string; to: string }

const NextStep = ({ title, description, action, to }: NextStepProps) => (
  <div className="flex flex-col items-center gap-y-3 py-8 text-center">
    <Heading level="h2">{title}</Heading>
    <Text size="small" className="text-ui-fg-subtle max-w-md">
      {description}
    </Text>
    <Button size="small" variant="secondary" asChild>
      <Link to={to}>{action}</Link>
    </Button>
  </div>
)
