import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { statusOptions, statusValue } from "../lib/statuses"
import { statusesQuery } from "../queries/statuses"
import { Choice } from "./choice"
import type { FieldControl } from "./field"
import { useAfterPaint } from "./use-after-paint"

type StatusAfterChoiceProps = Partial<FieldControl> & {
  value: string
  onChange: (value: string) => void
  size?: "base" | "small"
  "aria-label"?: string
}

/** What becomes of the ticket with this post (V-69). */
export const StatusAfterChoice = ({ value, ...rest }: StatusAfterChoiceProps) => {
  const { t } = useTranslation("crmDesk")
  const { data: statuses } = useQuery({ ...statusesQuery, enabled: useAfterPaint() })

  return (
    <Choice
      {...rest}
      value={statusValue(value, statuses)}
      options={[
        { value: "unchanged", label: t("statusAfter.unchanged") },
        ...statusOptions(statuses, t),
      ]}
    />
  )
}
