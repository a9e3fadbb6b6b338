import { Combobox } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Classification } from "../../../../api/admin/crm/classifications/contract"
import { Field } from "../../../components/field"
import { FormDrawer } from "../../../components/form-drawer"
import { NameField } from "../../../components/name-field"
import { useSaveClassification } from "../../../queries/classifications"
import { departmentOptions, departmentsQuery } from "../../../queries/departments"

type ClassificationDrawerProps = { classification?: Classification; onClose: () => void }

export const ClassificationDrawer = ({
  classification,
  onClose,
}: ClassificationDrawerProps) => {
  const { t } = useTranslation("crmDesk")
  const { data: departments = [] } = useQuery(departmentsQuery)
  const { mutate, isPending, error } = useSaveClassification(classification?.id)
  const [name, setName] = useState(classification?.name ?? "")
  const [departmentIds, setDepartmentIds] = useState(
    classification?.departments.map(({ id }) => id) ?? []
  )

  const save = () =>
    mutate(
      { name: name.trim(), department_ids: departmentIds },
      {
        onSuccess: ({ classification: saved }) => {
          toast.success(t("classifications.saved", { name: saved.name }))
          onClose()
        },
      }
    )

  return (
    <FormDrawer
      title={classification ? t("classifications.edit") : t("classifications.create")}
      onClose={onClose}
      onSubmit={save}
      isSaving={isPending}
      canSave={Boolean(name.trim())}
      error={error}
    >
      <NameField label={t("classifications.name")} value={name} onChange={setName} />
      <Field
        label={t("classifications.departments")}
        hint={t("classifications.departmentsHint")}
      >
        {(control) => (
          <Combobox<string[]>
            {...control}
            displayMode="chips"
            value={departmentIds}
            onChange={(ids) => setDepartmentIds(ids ?? [])}
            placeholder={t("classifications.everywhere")}
            options={departmentOptions(departments)}
          />
        )}
      </Field>
    </FormDrawer>
  )
}
