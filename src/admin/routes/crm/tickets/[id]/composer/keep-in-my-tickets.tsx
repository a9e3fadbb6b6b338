import { Checkbox, Label } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"

type KeepInMyTicketsProps = {
  value: boolean
  onChange: (keep: boolean) => void
}

/** My Tickets holds it whatever the post makes of it (V-70). */
export const KeepInMyTickets = ({ value, onChange }: KeepInMyTicketsProps) => {
  const { t } = useTranslation("crmDesk")
  const id = useId()

  return (
    <span className="flex items-center gap-x-1.5">
      <Checkbox
        id={id}
        checked={value}
        onCheckedChange={(checked) => onChange(checked === true)}
      />
      <Label htmlFor={id} size="small">
        {t("watching.keep")}
      </Label>
    </span>
  )
}
