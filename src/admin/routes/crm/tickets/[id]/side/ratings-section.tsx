import { Container, Heading, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type {
  Ticket,
  TicketRating,
} from "../../../../../../api/admin/crm/tickets/contract"
import { Moment } from "../../../../../components/moment"
import { RatingBadge } from "../../../../../components/rating-badge"

/** How it was, once for each time the ticket was closed and asked about (E-17). */
export const RatingsSection = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useTranslation("crmDesk")

  return ticket.ratings.length ? (
    <Container className="divide-y p-0" data-testid="ratings">
      <div className="px-6 py-4">
        <Heading level="h2">{t("ratings.title")}</Heading>
      </div>
      <ul className="divide-y">
        {ticket.ratings.map((rating) => (
          <li key={rating.id} className="flex flex-col gap-y-1 px-6 py-4">
            <Rating rating={rating} />
          </li>
        ))}
      </ul>
    </Container>
  ) : null
}

const MOST = { three: 3, five: 5 } as const

const Rating = ({ rating }: { rating: TicketRating }) => {
  const { t } = useTranslation("crmDesk")
  const { value, tone, scale, comment, agent, asked_at, answered_at } = rating
  const at = answered_at ?? asked_at

  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        {tone ? (
          <span className="flex items-center gap-x-2">
            <RatingBadge tone={tone} />
            <Text size="small" className="text-ui-fg-subtle tabular-nums">
              {t("ratings.of", { value, most: MOST[scale] })}
            </Text>
          </span>
        ) : (
          <Text size="small">{t("ratings.waiting")}</Text>
        )}
        {at && (
          <Text size="small" className="text-ui-fg-muted">
            <Moment at={at} />
          </Text>
        )}
      </div>
      {comment && (
        <Text size="small" className="whitespace-pre-line [overflow-wrap:anywhere]">
          {comment}
        </Text>
      )}
      {agent && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("ratings.helpedBy", { name: agent.name })}
        </Text>
      )}
    </>
  )
}
