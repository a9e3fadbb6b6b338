import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { SummaryResponse } from "../../../../api/admin/crm/summary/contract"
import { SET_UP_PATH } from "../../../lib/mail-links"
import { ticketQueries } from "../../../queries/tickets"
import { StepMark } from "../../../components/step-mark"

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
      <div className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
        <div>
          <Heading level="h2">{t("setUp.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("setUp.description")}
          </Text>
        </div>
        <Button size="small" asChild>
          <Link to={SET_UP_PATH}>
            {summary.departments > 0 ? t("setUp.continue") : t("setUp.start")}
          </Link>
        </Button>
      </div>
      <ol className="divide-y">
        <Step
          isDone={summary.departments > 0}
          title={t("setUp.department")}
          description={t("setUp.departmentHint")}
        />
        <Step
          isDone={summary.mail_accounts.total > 0}
          title={t("setUp.mailAccount")}
          description={t("setUp.mailAccountHint")}
        />
        <Step
          isDone={hasTickets}
          title={t("setUp.ticket")}
          description={t("setUp.ticketHint")}
        />
      </ol>
    </Container>
  )
}

type StepProps = { isDone: boolean; title: string; description: string }

const Step = ({ isDone, title, description }: StepProps) => (
  <li className="flex items-center gap-x-4 px-6 py-4">
    <StepMark isDone={isDone} />
    <div className="min-w-0 flex-1">
      <Text size="small" weight="plus">
        {title}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {description}
      </Text>
    </div>
  </li>
)
