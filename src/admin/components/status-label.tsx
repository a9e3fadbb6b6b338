import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { TicketListItem } from "../../api/admin/crm/tickets/contract"
import { statusColor, statusLabel } from "../lib/statuses"

export const StatusLabel = ({ status }: { status: TicketListItem["status"] }) => {
  const { t } = useTranslation("crmDesk")

  return (
    <StatusBadge color={statusColor(status.category)} className="text-nowrap">
      {statusLabel(status, t)}
    </StatusBadge>
  )
}
