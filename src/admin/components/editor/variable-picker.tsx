import { useState } from "react"
import { useTranslation } from "react-i18next"
import { fieldVariable } from "../../../modules/helpdesk/domain/variables"
import type { KnownVariables } from "../../lib/variable-marks"
import { Picker } from "./picker"

type VariablePickerProps = {
  known: KnownVariables
  onPick: (name: string) => void
  onClose: () => void
}

const FIELD = fieldVariable("")

/** What a text may speak of, with what it stands for where that is known (C-57). */
export const VariablePicker = ({ known, onPick, onClose }: VariablePickerProps) => {
  const { t } = useTranslation("crmDesk")
  const [q, setQ] = useState("")
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  const picks = [...known]
    .map(([name, value]) => ({
      key: name,
      label: name.startsWith(FIELD)
        ? t("customFields.variable", { key: name.slice(FIELD.length) })
        : t(`variables.name.${name.replace(".", "_")}`),
      group: name,
      hint: value === undefined ? undefined : (value ?? t("variables.empty")),
    }))
    .filter(({ key, label }) =>
      words.every((word) => `${key} ${label}`.toLowerCase().includes(word))
    )

  return (
    <Picker
      label={t("variables.insert")}
      placeholder={t("variables.search")}
      picks={picks}
      empty={t("variables.noneFound")}
      onSearch={setQ}
      onPick={onPick}
      onClose={onClose}
    />
  )
}
