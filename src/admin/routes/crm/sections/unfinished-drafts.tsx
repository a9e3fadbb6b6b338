import { Container, Heading, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { Moment } from "../../../components/moment"
import { ticketPath } from "../../../lib/ticket-links"
import { draftsQuery } from "../../../queries/drafts"

/** What the agent has begun and not sent, also on tickets that no list shows any more (E-09). */
export const UnfinishedDrafts = () => {
  const { t } = useTranslation("crmDesk")
  const { data } = useQuery(draftsQuery)

  return data?.drafts.length ? (
    <Container className="divide-y p-0">
      <Heading level="h2" className="px-6 py-4">
        {t("drafts.unfinished")} ({data.count})
      </Heading>
      <ul className="divide-y">
        {data.drafts.map(({ ticket, excerpt, updated_at, ticket_changes }) => (
          <li key={ticket.id}>
            <Link
              to={ticketPath(ticket.id)}
              className="hover:bg-ui-bg-base-hover focus-visible:bg-ui-bg-base-hover flex flex-col gap-y-0.5 px-6 py-3 outline-none"
            >
              <Text size="small" weight="plus" className="[overflow-wrap:anywhere]">
                #{ticket.number} {ticket.subject}
              </Text>
              <Text size="small" className="text-ui-fg-subtle line-clamp-1">
                {excerpt}
              </Text>
              <Text size="xsmall" className="text-ui-fg-muted">
                <Moment at={updated_at} />{" "}
                {ticket_changes.map((change) => t(`drafts.change.${change}`)).join(" ")}
              </Text>
            </Link>
          </li>
        ))}
      </ul>
    </Container>
  ) : null
}
