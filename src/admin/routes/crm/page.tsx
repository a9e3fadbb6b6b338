import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ChatBubbleLeftRight } from "@medusajs/icons"
import { Button, Heading } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { Crumb } from "../../components/crumb"
import { Desk } from "../../components/desk"
import { LoadError } from "../../components/load-error"
import { newTicketPath, TICKETS_PATH } from "../../lib/ticket-links"
import { summaryQuery } from "../../queries/summary"
import { MailHealthSection } from "./sections/mail-health-section"
import { RatingsSummary } from "./sections/ratings-summary"
import { SetUpChecklist } from "./sections/set-up-checklist"
import { SummaryTiles } from "./sections/summary-tiles"
import { UnfinishedDrafts } from "./sections/unfinished-drafts"

const SummaryPage = () => {
  const { t } = useTranslation("crmDesk")
  const { data: summary, error, refetch } = useQuery(summaryQuery)

  if (error && !summary) {
    return <LoadError error={error} onRetry={refetch} />
  }

  return (
    <Desk>
      <div className="flex flex-wrap items-center justify-between gap-3 px-1">
        <Heading>{t("summary.title")}</Heading>
        <div className="flex gap-x-2">
          <Button size="small" variant="secondary" asChild>
            <Link to={TICKETS_PATH}>{t("summary.allTickets")}</Link>
          </Button>
          <Button size="small" asChild>
            <Link to={newTicketPath()}>{t("tickets.create")}</Link>
          </Button>
        </div>
      </div>
      <SummaryTiles summary={summary} />
      {summary && <RatingsSummary ratings={summary.ratings} />}
      {Boolean(summary?.mail_accounts.total) && <MailHealthSection />}
      {summary && <SetUpChecklist summary={summary} />}
      <UnfinishedDrafts />
    </Desk>
  )
}

export const config = defineRouteConfig({
  label: "menu.support",
  icon: ChatBubbleLeftRight,
  translationNs: "crmDesk",
})
export const handle = { breadcrumb: () => <Crumb label="support" /> }

export default SummaryPage
