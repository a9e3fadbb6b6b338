import { SectionRow } from "@medusajs/dashboard/components"
import { Container, Heading, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { Moment } from "../../../../../components/moment"
import { Toggle } from "../../../../../components/toggle"
import { messageOf } from "../../../../../lib/server-error"
import { useUpdateTicket } from "../../../../../queries/tickets"

/** What else is known about the ticket. */
export const FactsSection = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useTranslation("crmDesk")
  const { mutate, isPending } = useUpdateTicket(ticket.id)
  const others = ticket.participants.filter(({ role }) => role !== "requester")

  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("facts.title")}</Heading>
      </div>
      <SectionRow title={t("facts.channel")} value={t(`channel.${ticket.channel}`)} />
      <SectionRow title={t("facts.created")} value={<Moment at={ticket.created_at} />} />
      <SectionRow
        title={t("facts.createdBy")}
        value={t(`createdBy.${ticket.created_by_type}`)}
      />
      {ticket.assignee && (
        <SectionRow title={t("facts.assignee")} value={ticket.assignee.name} />
      )}
      {ticket.due_at && (
        <SectionRow title={t("facts.due")} value={<Moment at={ticket.due_at} />} />
      )}
      {ticket.next_action_due_at && (
        <SectionRow
          title={t("columns.nextAction")}
          value={<Moment at={ticket.next_action_due_at} />}
        />
      )}
      {ticket.closed_at && (
        <SectionRow title={t("facts.closed")} value={<Moment at={ticket.closed_at} />} />
      )}
      {ticket.url && (
        <SectionRow
          title={t("facts.url")}
          value={
            <a
              href={ticket.url}
              target="_blank"
              rel="noopener noreferrer"
              className="text-ui-fg-interactive [overflow-wrap:anywhere]"
            >
              {ticket.url}
            </a>
          }
        />
      )}
      {others.length > 0 && (
        <SectionRow
          title={t("facts.participants")}
          value={
            <ul className="flex flex-col">
              {others.map(({ email, name, role }) => (
                <li key={email} className="[overflow-wrap:anywhere]">
                  {name ? `${name} <${email}>` : email} ({t(`facts.role.${role}`)})
                </li>
              ))}
            </ul>
          }
        />
      )}
      <div className="px-6 py-4">
        <Toggle
          label={t("facts.visible")}
          hint={t("facts.visibleHint")}
          checked={ticket.visible_to_customer}
          disabled={isPending}
          onChange={(visible_to_customer) =>
            mutate(
              { visible_to_customer },
              { onError: (error) => toast.error(messageOf(error)) }
            )
          }
        />
      </div>
    </Container>
  )
}
