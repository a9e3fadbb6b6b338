import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Choice } from "../../../../components/choice"
import { Field } from "../../../../components/field"
import { FormDrawer } from "../../../../components/form-drawer"
import { statusOptions } from "../../../../lib/statuses"
import { departmentOptions, departmentsQuery } from "../../../../queries/departments"
import { statusesQuery } from "../../../../queries/statuses"

export type BatchChange = "status" | "move"

type BatchDrawerProps = {
  change: BatchChange
  count: number
  isSaving: boolean
  error: unknown
  onClose: () => void
  onSave: (value: string) => void
}

/** Where the selected tickets go, or what they become: said with their number before it is done. */
export const BatchDrawer = ({
  change,
  count,
  isSaving,
  error,
  onClose,
  onSave,
}: BatchDrawerProps) => {
  const { t } = useTranslation("crmDesk")
  const { data: statuses } = useQuery(statusesQuery)
  const { data: departments = [] } = useQuery(departmentsQuery)
  const [value, setValue] = useState(change === "status" ? "closed" : "")

  return (
    <FormDrawer
      title={t(`batch.${change}`)}
      description={t("batch.selected", { count })}
      onClose={onClose}
      onSubmit={() => onSave(value)}
      isSaving={isSaving}
      canSave={Boolean(value)}
      error={error}
      saveLabel={t("batch.submit", { count })}
    >
      {change === "status" ? (
        <Field label={t("columns.status")}>
          {(control) => (
            <Choice
              {...control}
              autoFocus
              value={value}
              onChange={setValue}
              options={statusOptions(statuses, t)}
            />
          )}
        </Field>
      ) : (
        <Field label={t("columns.department")}>
          {(control) => (
            <Choice
              {...control}
              autoFocus
              value={value}
              onChange={setValue}
              placeholder={t("departments.choose")}
              options={departmentOptions(departments)}
            />
          )}
        </Field>
      )}
    </FormDrawer>
  )
}
