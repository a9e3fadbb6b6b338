import { clx, StatusBadge, Text } from "@medusajs/ui"
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

  if (!delivery) {
    return null
  }
  const { state, error, failures } = delivery

  return (
    <div aria-live="polite" className="flex flex-col gap-y-2">
      <div className="flex flex-wrap items-center gap-2">
        <StatusBadge color={COLORS[state]}>{t(`delivery.${state}`)}</StatusBadge>
        {error && failures.length === 0 && <Words>{error}</Words>}
      </div>
      {failures.length > 0 && (
        <ul className="flex flex-col gap-y-1">
          {failures.map((failure) => (
            <li key={failure.address}>
              <Failure failure={failure} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const Failure = ({
  failure: { address, state, status, response },
}: {
  failure: NonNullable<TicketMessage["delivery"]>["failures"][number]
}) => {
  const { t } = useTranslation("crmDesk")

  return (
    <div className="flex flex-wrap items-baseline gap-x-2">
      <Text size="small" weight="plus" className="[overflow-wrap:anywhere]">
        {t(`delivery.recipient.${state}`, { address })}
      </Text>
      <Words isQuiet={state === "delayed"}>{said(status, response)}</Words>
    </div>
  )
}

/** Most servers repeat the status in their words. */
const said = (status: string | null, response: string | null): string =>
  [status && response?.includes(status) ? null : status, response]
    .filter(Boolean)
    .join(" ")

const Words = ({ isQuiet, children }: { isQuiet?: boolean; children: string }) => (
  <Text
    size="small"
    className={clx(
      "[overflow-wrap:anywhere]",
      isQuiet ? "text-ui-fg-subtle" : "text-ui-fg-error"
    )}
  >
    {children}
  </Text>
)
