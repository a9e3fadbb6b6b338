import { Badge, Button, Container, Heading, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { CustomerDrawer } from "../../../../../components/customer-drawer"
import {
  CustomerPicker,
  type PickedCustomer,
} from "../../../../../components/customer-picker"
import { messageOf } from "../../../../../lib/server-error"
import { UNCLOSED } from "../../../../../lib/statuses"
import { ticketsPath } from "../../../../../lib/ticket-links"
import { useUpdateTicket } from "../../../../../queries/tickets"

/** Who wrote: the first thing an agent looks at (V-46 to V-48). */
export const CustomerSection = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useTranslation("crmDesk")
  const { requester, customer } = ticket

  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between px-6 py-4">
        <Heading level="h2">{t("customer.title")}</Heading>
        <Badge size="2xsmall" color={customer?.has_account ? "green" : "grey"}>
          {customer?.has_account ? t("customer.registered") : t("customer.guest")}
        </Badge>
      </div>
      <div className="flex flex-col gap-y-1 px-6 py-4">
        <Text size="small" weight="plus" className="[overflow-wrap:anywhere]">
          {customer ? (
            <Link
              to={`/customers/${customer.id}`}
              className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover"
            >
              {customer.name || requester.name || customer.email}
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
        {!customer && <AssignCustomer ticket={ticket} />}
      </div>
      <TicketCounts ticket={ticket} />
    </Container>
  )
}

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

/** Gives an unknown sender a customer, found or made (V-49). */
const AssignCustomer = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useTranslation("crmDesk")
  const { mutate } = useUpdateTicket(ticket.id)
  const [step, setStep] = useState<"closed" | "search" | "create">("closed")

  const assign = (customer: PickedCustomer | null) =>
    customer &&
    mutate(
      { customer_id: customer.id },
      {
        onSuccess: () => toast.success(t("ticket.saved")),
        onError: (error) => toast.error(messageOf(error)),
      }
    )

  return (
    <div className="flex flex-col gap-y-2 pt-2">
      {step === "closed" ? (
        <div>
          <Button size="small" variant="secondary" onClick={() => setStep("search")}>
            {t("customer.assign")}
          </Button>
        </div>
      ) : (
        <>
          <CustomerPicker
            aria-label={t("customer.search")}
            value={null}
            onChange={assign}
          />
          <div className="flex gap-x-2">
            <Button size="small" variant="secondary" onClick={() => setStep("create")}>
              {t("customer.create")}
            </Button>
            <Button size="small" variant="transparent" onClick={() => setStep("closed")}>
              {t("general.cancel")}
            </Button>
          </div>
        </>
      )}
      {step === "create" && (
        <CustomerDrawer
          email={ticket.requester.email}
          name={ticket.requester.name}
          onClose={() => setStep("search")}
          onCreated={assign}
        />
      )}
    </div>
  )
}
