import { Eye, Pencil } from "@medusajs/icons"
import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { usePresence } from "./use-presence"
import { useTicketNoticesRead } from "./use-ticket-notices-read"

/** Who else has the ticket open, and who is writing: in words, beside the mark. */
export const Viewers = ({ ticket }: { ticket: Ticket }) => {
  const { t } = useTranslation("crmDesk")
  const viewers = usePresence(ticket)

  useTicketNoticesRead(ticket.id)

  return (
    <div role="status" className="flex flex-wrap items-center gap-1 empty:hidden">
      {viewers.map(({ id, name, writing }) => (
        <Badge key={id} size="small" color={writing ? "orange" : "grey"}>
          {writing ? <Pencil className="me-1" /> : <Eye className="me-1" />}
          {writing ? t("presence.writing", { name }) : t("presence.viewing", { name })}
        </Badge>
      ))}
    </div>
  )
}
