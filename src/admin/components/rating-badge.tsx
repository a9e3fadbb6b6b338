import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { TicketListItem } from "../../api/admin/crm/tickets/contract"

type Tone = NonNullable<TicketListItem["rating"]>

const COLORS = { good: "green", neutral: "grey", bad: "red" } as const satisfies Record<
  Tone,
  string
>

/** How a customer said it was, in a word beside the colour. */
export const RatingBadge = ({ tone }: { tone: Tone }) => {
  const { t } = useTranslation("crmDesk")

  return <StatusBadge color={COLORS[tone]}>{t(`ratings.tone.${tone}`)}</StatusBadge>
}
