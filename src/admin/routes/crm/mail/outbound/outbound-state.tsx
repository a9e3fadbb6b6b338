import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

export const OUTBOUND_STATES = [
  "held",
  "queued",
  "sending",
  "sent",
  "failed",
  "dead",
  "cancelled",
] as const

type Color = "green" | "red" | "orange" | "blue" | "grey"

const COLORS: Record<string, Color> = {
  queued: "blue",
  sending: "blue",
  sent: "green",
  failed: "orange",
  dead: "red",
}

export const OutboundState = ({ state }: { state: string }) => {
  const { t } = useTranslation("crmDesk")

  return (
    <StatusBadge color={COLORS[state] ?? "grey"}>
      {t(`outbox.states.${state}`)}
    </StatusBadge>
  )
}

const RECIPIENT_COLORS: Record<string, Color> = {
  pending: "blue",
  accepted: "green",
  refused: "red",
}

export const RecipientState = ({ state }: { state: string }) => {
  const { t } = useTranslation("crmDesk")

  return (
    <StatusBadge color={RECIPIENT_COLORS[state] ?? "grey"}>
      {t(`outbox.recipientStates.${state}`)}
    </StatusBadge>
  )
}
