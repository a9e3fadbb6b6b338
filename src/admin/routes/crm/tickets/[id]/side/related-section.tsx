import { Button, Container, Heading, Text, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import type {
  MergedTicket,
  RelatedTicket,
} from "../../../../../../api/admin/crm/tickets/contract-several"
import { TicketLine } from "../../../../../components/ticket-line"
import { useDoneToast } from "../../../../../components/use-undo"
import { messageOf } from "../../../../../lib/server-error"
import {
  useUnmergeTicket,
  useUnrelateTicket,
} from "../../../../../queries/several-tickets"
import { LinkTicketDrawer } from "../head/link-ticket-drawer"
import { Duplicates } from "./duplicates"

/** Tickets that belong to this one: linked, merged into it, or perhaps about the same (K-8, E-04). */
export const RelatedSection = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useTranslation("crmDesk")
  const [isLinking, setIsLinking] = useState(false)
  const { related, merged_tickets: merged } = ticket

  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-2 px-6 py-4">
        <Heading level="h2">{t("related.title")}</Heading>
        {!ticket.merged_into && (
          <Button size="small" variant="secondary" onClick={() => setIsLinking(true)}>
            {t("related.add")}
          </Button>
        )}
      </div>
      {related.length + merged.length === 0 ? (
        <Text size="small" className="text-ui-fg-muted px-6 py-4">
          {t("related.none")}
        </Text>
      ) : (
        <ul className="divide-y">
          {merged.map((other) => (
            <li key={other.id} className="px-6 py-3">
              <Merged ticket={ticket} other={other} />
            </li>
          ))}
          {related.map((other) => (
            <li key={other.id} className="px-6 py-3">
              <Related ticket={ticket} other={other} />
            </li>
          ))}
        </ul>
      )}
      {!ticket.merged_into && <Duplicates ticket={ticket} />}
      {isLinking && (
        <LinkTicketDrawer ticket={ticket} onClose={() => setIsLinking(false)} />
      )}
    </Container>
  )
}

const Merged = ({ ticket, other }: { ticket: Ticket; other: MergedTicket }) => {
  const { t } = useTranslation("crmDesk")
  const { mutate, isPending } = useUnmergeTicket(ticket.id)

  return (
    <TicketLine
      ticket={other}
      hint={t("merge.cameFrom", { name: other.requester.name || other.requester.email })}
    >
      <Button
        size="small"
        variant="secondary"
        isLoading={isPending}
        aria-label={t("merge.takeOutNumber", { number: other.number })}
        onClick={() =>
          mutate(other.id, {
            onSuccess: () => toast.success(t("merge.takenOut", { number: other.number })),
            onError: (error) => toast.error(messageOf(error)),
          })
        }
      >
        {t("merge.takeOut")}
      </Button>
    </TicketLine>
  )
}

const Related = ({ ticket, other }: { ticket: Ticket; other: RelatedTicket }) => {
  const { t } = useTranslation("crmDesk")
  const { mutate, isPending } = useUnrelateTicket(ticket.id)
  const done = useDoneToast()

  return (
    <TicketLine
      ticket={other}
      hint={other.kind === "related" ? undefined : t(`related.kind.${other.kind}`)}
    >
      <Button
        size="small"
        variant="transparent"
        className="text-ui-fg-muted"
        isLoading={isPending}
        aria-label={t("related.unlinkNumber", { number: other.number })}
        onClick={() =>
          mutate(other.id, {
            onSuccess: ({ undo }) =>
              done(t("linking.ticketUnlinked", { number: other.number }), undo),
            onError: (error) => toast.error(messageOf(error)),
          })
        }
      >
        {t("related.unlink")}
      </Button>
    </TicketLine>
  )
}
