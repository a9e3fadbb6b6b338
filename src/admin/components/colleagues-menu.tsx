import { DropdownMenu } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { colleaguesQuery } from "../queries/colleagues"

type ColleaguesMenuProps = {
  /** A button. */
  trigger: ReactNode
  label: string
  value: string[]
  onChange: (ids: string[]) => void
  /** Those who cannot be chosen any more. */
  without?: string[]
}

/** Any number of colleagues. Stays open while they are chosen. */
export const ColleaguesMenu = ({
  trigger,
  label,
  value,
  onChange,
  without = [],
}: ColleaguesMenuProps) => {
  const { t } = useTranslation("crmDesk")
  const { data: colleagues = [] } = useQuery(colleaguesQuery)
  const offered = colleagues.filter(({ id }) => !without.includes(id))

  return (
    <DropdownMenu>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Content aria-label={label} className="max-h-80 overflow-y-auto">
        {offered.length === 0 && (
          <DropdownMenu.Label>{t("colleagues.none")}</DropdownMenu.Label>
        )}
        {offered.map(({ id, name, email }) => (
          <DropdownMenu.CheckboxItem
            key={id}
            checked={value.includes(id)}
            onSelect={(event) => event.preventDefault()}
            onCheckedChange={(isChosen) =>
              onChange(isChosen ? [...value, id] : value.filter((other) => other !== id))
            }
          >
            {name === email ? name : `${name} · ${email}`}
          </DropdownMenu.CheckboxItem>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu>
  )
}
