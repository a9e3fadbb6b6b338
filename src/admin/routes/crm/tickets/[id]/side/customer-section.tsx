import { Badge, Container, Heading, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { FindPerson } from "../../../../../../api/admin/crm/people/contract"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { PersonParts } from "../../../../../components/person/person-parts"
import { useAfterPaint } from "../../../../../components/use-after-paint"
import { UNCLOSED } from "../../../../../lib/statuses"
import { ticketsPath } from "../../../../../lib/ticket-links"
import { personQuery } from "../../../../../queries/people"
import { AssignCustomer } from "./assign-customer"
import { CustomerMenu } from "./customer-menu"

/** Who wrote: the first thing an agent looks at (V-46 to V-48). What the shop knows follows the page. */
export const CustomerSection = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useTranslation("crmDesk")
  const { requester, customer_id: customerId } = ticket
  const who = personOf(ticket)
  const { data } = useQuery({
    ...personQuery(who),
    enabled: useAfterPaint() && Object.keys(who).length > 0,
  })
  const customer =
    data?.person.customers.find(({ id }) => id === customerId) ?? ticket.customer

  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between px-6 py-4">
        <Heading level="h2">{t("customer.title")}</Heading>
        <div className="flex items-center gap-x-2">
          {(customer || !customerId) && (
            <Badge size="2xsmall" color={customer?.has_account ? "green" : "grey"}>
              {customer?.has_account ? t("customer.registered") : t("customer.guest")}
            </Badge>
          )}
          <CustomerMenu ticket={ticket} isShared={data?.person.is_shared ?? false} />
        </div>
      </div>
      <div className="flex flex-col gap-y-1 px-6 py-4">
        <Text size="small" weight="plus" className="[overflow-wrap:anywhere]">
          {customerId ? (
            <Link
              to={`/customers/${customerId}`}
              className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
            >
              {customer?.name || requester.name || requester.email}
            </Link>
          ) : (
            requester.name || requester.email
          )}
        </Text>
        <a
          href={`mailto:${requester.email}`}
          className="txt-small text-ui-fg-subtle hover:text-ui-fg-base [overflow-wrap:anywhere]"
        >
          {requester.email}
        </a>
        {customer && customer.email !== requester.email && (
          <Text size="small" className="text-ui-fg-subtle [overflow-wrap:anywhere]">
            {t("customer.accountEmail", { email: customer.email })}
          </Text>
        )}
        {ticket.customer_proof && (
          <Text size="xsmall" className="text-ui-fg-muted">
            {t(`customer.proof.${ticket.customer_proof}`)}
          </Text>
        )}
        {Boolean(customer?.groups.length) && (
          <div className="flex flex-wrap gap-1 pt-1">
            {customer?.groups.map((group) => (
              <Badge key={group.id} size="2xsmall" asChild>
                <Link to={`/customer-groups/${group.id}`}>{group.name}</Link>
              </Badge>
            ))}
          </div>
        )}
        {!customerId && <AssignCustomer ticket={ticket} />}
      </div>
      <TicketCounts ticket={ticket} />
      {Object.keys(who).length > 0 && <PersonParts who={who} ticketId={ticket.id} />}
    </Container>
  )
}

const personOf = ({ customer_id, requester: { email } }: Ticket): FindPerson => ({
  ...(customer_id ? { customer_id } : {}),
  ...(email ? { email } : {}),
})

const TicketCounts = ({
  ticket: { requester, requester_tickets: counts },
}: {
  ticket: Ticket
}) => {
  const { t } = useTranslation("crmDesk")
  const filter = { email: requester.email }

  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1 px-6 py-4">
      <Link
        to={ticketsPath(filter)}
        className="txt-small text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
      >
        {t("customer.tickets", { count: counts.total })}
      </Link>
      <Link
        to={ticketsPath({ ...filter, status: UNCLOSED })}
        className="txt-small text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
      >
        {t("customer.openTickets", { count: counts.open })}
      </Link>
    </div>
  )
}
