import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

export const INBOUND_STATES = ["stored", "ticketed", "ignored", "quarantined"] as const

const COLORS: Record<string, "green" | "red" | "blue" | "grey"> = {
  stored: "blue",
  ticketed: "green",
  ignored: "grey",
  quarantined: "red",
}

export const InboundState = ({ state }: { state: string }) => {
  const { t } = useTranslation("crmDesk")

  return (
    <StatusBadge color={COLORS[state] ?? "grey"}>
      {t(`ledger.states.${state}`)}
    </StatusBadge>
  )
}
