import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { colleaguesQuery } from "../queries/colleagues"
import { Choice } from "./choice"
import type { FieldControl } from "./field"

const NOBODY = "nobody"

type ColleagueChoiceProps = Partial<FieldControl> & {
  value: string | null
  onChange: (id: string | null) => void
  /** What choosing nobody means. */
  none: string
  size?: "base" | "small"
  /** The one in force, until the list has come. */
  knownAs?: string
  "aria-label"?: string
}

/** One colleague, or none. */
export const ColleagueChoice = ({
  value,
  onChange,
  none,
  knownAs,
  ...rest
}: ColleagueChoiceProps) => {
  const { t } = useTranslation("crmDesk")
  const { data: colleagues = [] } = useQuery(colleaguesQuery)
  const isOffered = colleagues.some(({ id }) => id === value)

  return (
    <Choice
      {...rest}
      value={value ?? NOBODY}
      onChange={(id) => onChange(id === NOBODY ? null : id)}
      options={[
        { value: NOBODY, label: none },
        ...(value && !isOffered
          ? [{ value, label: knownAs ?? t("colleagues.unknown") }]
          : []),
        ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}
