import { CheckCircleSolid, CircleDottedLine } from "@medusajs/icons"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { SummaryResponse } from "../../../../api/admin/crm/summary/contract"
import {
  DEPARTMENTS_PATH,
  MAIL_ACCOUNTS_PATH,
  newTicketPath,
} from "../../../lib/ticket-links"
import { ticketQueries } from "../../../queries/tickets"

/** The way from an empty desk to the first ticket (V-04); gone once it has been walked. */
export const SetUpChecklist = ({ summary }: { summary: SummaryResponse }) => {
  const { t } = useTranslation("crmDesk")
  const isConfigured = summary.departments > 0 && summary.mail_accounts.total > 0
  // Open tickets answer the question; only a desk without one has to look for closed ones.
  const { data } = useQuery({
    ...ticketQueries.list({ limit: 1 }),
    enabled: summary.open_tickets === 0,
  })
  const hasTickets = summary.open_tickets > 0 || Boolean(data?.count)
  const isUnknown = summary.open_tickets === 0 && !data

  if (isConfigured && (hasTickets || isUnknown)) {
    return null
  }

  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("setUp.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("setUp.description")}
        </Text>
      </div>
      <ol className="divide-y">
        <Step
          isDone={summary.departments > 0}
          title={t("setUp.department")}
          description={t("setUp.departmentHint")}
          action={t("departments.create")}
          to={`${DEPARTMENTS_PATH}?edit=new`}
        />
        <Step
          isDone={summary.mail_accounts.total > 0}
          title={t("setUp.mailAccount")}
          description={t("setUp.mailAccountHint")}
          action={t("mailAccounts.create")}
          to={`${MAIL_ACCOUNTS_PATH}?edit=new`}
        />
        <Step
          isDone={hasTickets}
          title={t("setUp.ticket")}
          description={t("setUp.ticketHint")}
          action={t("tickets.create")}
          to={newTicketPath()}
        />
      </ol>
    </Container>
  )
}

type StepProps = {
  isDone: boolean
  title: string
  description: string
  action: string
  to: string
}

const Step = ({ isDone, title, description, action, to }: StepProps) => {
  const { t } = useTranslation("crmDesk")

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-6 py-4">
      {isDone ? (
        <CheckCircleSolid
          className="text-ui-tag-green-icon"
          aria-label={t("setUp.done")}
        />
      ) : (
        <CircleDottedLine className="text-ui-fg-muted" aria-label={t("setUp.toDo")} />
      )}
      <div className="min-w-48 flex-1">
        <Text size="small" weight="plus">
          {title}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {description}
        </Text>
      </div>
      {!isDone && (
        <Button size="small" variant="secondary" asChild>
          <Link to={to}>{action}</Link>
        </Button>
      )}
    </li>
  )
}
