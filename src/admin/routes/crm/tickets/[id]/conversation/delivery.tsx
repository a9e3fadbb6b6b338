import { StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { TicketMessage } from "../../../../../../api/admin/crm/tickets/contract"

type State = NonNullable<TicketMessage["delivery"]>["state"]

const COLORS: Record<State, "green" | "red" | "orange" | "blue" | "grey"> = {
  waiting: "grey",
  held: "grey",
  queued: "blue",
  sending: "blue",
  sent: "green",
  failed: "orange",
  dead: "red",
  cancelled: "grey",
  bounced: "red",
}

/** How far an agent's mail has come, in the mail server's own words where it refused. */
export const Delivery = ({ message: { delivery } }: { message: TicketMessage }) => {
  const { t } = useTranslation("crmDesk")

  return delivery ? (
    <div aria-live="polite" className="flex flex-wrap items-center gap-2">
      <StatusBadge color={COLORS[delivery.state]}>
        {t(`delivery.${delivery.state}`)}
      </StatusBadge>
      {delivery.error && (
        <Text size="small" className="text-ui-fg-error [overflow-wrap:anywhere]">
          {delivery.error}
        </Text>
      )}
    </div>
  ) : null
}
