import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { SummaryResponse } from "../../../../api/admin/crm/summary/contract"
import { RatingBadge } from "../../../components/rating-badge"
import { RATING_TONES } from "../../../lib/ticket-table-url"
import { ticketsPath } from "../../../lib/ticket-links"

/** How customers said it was, each answer the way to its tickets (E-17). */
export const RatingsSummary = ({ ratings }: { ratings: SummaryResponse["ratings"] }) => {
  const { t } = useTranslation("crmDesk")
  const { asked, answered } = ratings

  return asked || answered ? (
    <Container className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 px-6 py-4">
      <div className="flex flex-col">
        <Heading level="h2">{t("ratings.summary")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("ratings.summaryHint", { asked, answered })}
        </Text>
      </div>
      <ul className="flex flex-wrap items-center gap-x-6 gap-y-2">
        {RATING_TONES.map((tone) => (
          <li key={tone}>
            <Link
              to={ticketsPath({ rating: tone })}
              className="focus-visible:shadow-borders-focus flex items-center gap-x-2 rounded-md outline-none"
            >
              <RatingBadge tone={tone} />
              <Text size="small" weight="plus" className="tabular-nums">
                {ratings[tone]}
              </Text>
            </Link>
          </li>
        ))}
      </ul>
    </Container>
  ) : null
}
