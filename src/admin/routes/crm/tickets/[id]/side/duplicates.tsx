import { Button, Text, toast } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import type { LikelyDuplicate } from "../../../../../../api/admin/crm/tickets/contract-several"
import { TicketLine } from "../../../../../components/ticket-line"
import { useAfterPaint } from "../../../../../components/use-after-paint"
import { useDoneToast } from "../../../../../components/use-undo"
import { messageOf } from "../../../../../lib/server-error"
import { duplicatesQuery, useRelateTicket } from "../../../../../queries/several-tickets"
import { MergeDrawer } from "../head/merge-drawer"

/** Open tickets that may be about the same: one click from merging or linking them. */
export const Duplicates = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useTranslation("crmDesk")
  const { data } = useQuery({
    ...duplicatesQuery(ticket.id),
    enabled: useAfterPaint(),
  })
  const [merging, setMerging] = useState<LikelyDuplicate | null>(null)
  const { mutate } = useRelateTicket(ticket.id)
  const done = useDoneToast()

  if (!data?.duplicates.length) {
    return null
  }

  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Text size="small" weight="plus" className="text-ui-fg-subtle">
        {t("related.duplicates")}
      </Text>
      <ul className="flex flex-col gap-y-3">
        {data.duplicates.map((other) => (
          <li key={other.id}>
            <TicketLine
              ticket={other}
              hint={other.same_order ? t("related.sameOrder") : t("related.sameCustomer")}
            >
              <Button
                size="small"
                variant="secondary"
                aria-label={t("merge.addNumber", { number: other.number })}
                onClick={() => setMerging(other)}
              >
                {t("merge.submit")}
              </Button>
              <Button
                size="small"
                variant="transparent"
                className="text-ui-fg-muted"
                aria-label={t("related.linkNumber", { number: other.number })}
                onClick={() =>
                  mutate(other.id, {
                    onSuccess: ({ undo }) => done(t("related.linked"), undo),
                    onError: (error) => toast.error(messageOf(error)),
                  })
                }
              >
                {t("orders.link")}
              </Button>
            </TicketLine>
          </li>
        ))}
      </ul>
      {merging && (
        <MergeDrawer ticket={ticket} first={merging} onClose={() => setMerging(null)} />
      )}
    </div>
  )
}
