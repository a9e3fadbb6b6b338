import { XMarkMini } from "@medusajs/icons"
import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { TicketListItem } from "../../../../../api/admin/crm/tickets/contract"
import type { TicketScope, TicketTableState } from "../../../../lib/ticket-table-url"

type ScopesProps = {
  scopes: TicketTableState["scopes"]
  tickets: TicketListItem[]
  onDrop: (scope: TicketScope) => void
}

/** "Only tickets of Anna": what a link from another page narrowed the list to. */
export const Scopes = ({ scopes, tickets, onDrop }: ScopesProps) => {
  const { t } = useTranslation("crmDesk")
  const [first] = tickets
  const nameOf: Record<TicketScope, string> = {
    customer_id:
      first?.requester.name || first?.requester.email || scopes.customer_id || "",
    customer_group_id: "",
    email: scopes.email ?? "",
    order_id: scopes.order_id ?? "",
  }

  return (
    <>
      {(Object.keys(scopes) as TicketScope[]).map((scope) => (
        <Badge key={scope} size="small" className="gap-x-1">
          {t(`tickets.scope.${scope}`, { name: nameOf[scope] })}
          <button
            type="button"
            aria-label={t("tickets.scope.drop")}
            onClick={() => onDrop(scope)}
            className="text-ui-fg-muted hover:text-ui-fg-base"
          >
            <XMarkMini />
          </button>
        </Badge>
      ))}
    </>
  )
}
