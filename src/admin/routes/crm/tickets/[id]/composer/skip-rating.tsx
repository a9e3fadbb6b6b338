import { Checkbox, Label } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { statusesQuery } from "../../../../../queries/statuses"

type SkipRatingProps = {
  ticket: Ticket
  /** What the post makes of the ticket: a category, or the id of a status. */
  statusAfter: string
  value: boolean
  onChange: (skip: true | undefined) => void
}

/** For one closing: nobody is asked how it was (E-17). Only there where somebody would be. */
export const SkipRating = ({ ticket, statusAfter, value, onChange }: SkipRatingProps) => {
  const { t } = useTranslation("crmDesk")
  const { data: statuses } = useQuery({
    ...statusesQuery,
    enabled: ticket.asks_for_rating,
  })
  const id = useId()
  const closes =
    statusAfter === "closed" ||
    statuses?.some((status) => status.id === statusAfter && status.category === "closed")

  return ticket.asks_for_rating && closes ? (
    <span className="flex items-center gap-x-1.5">
      <Checkbox
        id={id}
        checked={value}
        onCheckedChange={(checked) => onChange(checked === true || undefined)}
      />
      <Label htmlFor={id} size="small">
        {t("ratings.skip")}
      </Label>
    </span>
  ) : null
}
