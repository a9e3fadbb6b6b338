import { Alert, Container, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { ShortcutHelpButton } from "../../../../../components/shortcut-help-button"
import { StatusLabel } from "../../../../../components/status-label"
import { ticketPath } from "../../../../../lib/ticket-links"
import { Viewers } from "../presence/viewers"
import { Claim } from "./claim"
import { Snooze } from "./snooze"
import { StickyNote } from "./sticky-note"
import { TakeOut } from "./take-out"
import { SubjectLine } from "./subject-line"
import { TicketActions } from "./ticket-actions"
import { TicketSelects } from "./ticket-selects"

export const HeadSection = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useTranslation("crmDesk")

  return (
    <Container className="divide-y p-0">
      {ticket.merged_into && (
        <Alert variant="info" className="m-3">
          <span className="flex flex-wrap items-center gap-2">
            <span>
              {t("ticket.mergedInto")}{" "}
              <Link
                to={ticketPath(ticket.merged_into.id)}
                className="text-ui-fg-interactive"
              >
                #{ticket.merged_into.number}
              </Link>
            </span>
            <TakeOut ticket={ticket} survivorId={ticket.merged_into.id} />
          </span>
        </Alert>
      )}
      <div className="flex flex-col gap-y-2 px-6 py-4">
        <div className="flex flex-wrap items-center gap-2">
          <Text size="small" weight="plus" className="text-ui-fg-subtle tabular-nums">
            #{ticket.number}
          </Text>
          <StatusLabel status={ticket.status} />
          {ticket.held_by && (
            <Text size="small" className="text-ui-fg-subtle">
              {t("ticket.heldBy", { name: ticket.held_by.name })}
            </Text>
          )}
          <div className="ms-auto flex flex-wrap items-center justify-end gap-2">
            {!ticket.merged_into && <Snooze ticket={ticket} />}
            <Claim ticket={ticket} />
            <ShortcutHelpButton />
            <TicketActions ticket={ticket} />
          </div>
        </div>
        <SubjectLine ticket={ticket} />
        <Viewers ticket={ticket} />
        <StickyNote ticket={ticket} />
      </div>
      <TicketSelects ticket={ticket} />
    </Container>
  )
}
