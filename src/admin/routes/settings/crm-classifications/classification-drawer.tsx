import { Combobox } from "@medusajs/dashboard/components"
import { Input, toast } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Classification } from "../../../../api/admin/crm/classifications/contract"
import { Field } from "../../../components/field"
import { FormDrawer } from "../../../components/form-drawer"
import { useSaveClassification } from "../../../queries/classifications"
import { departmentsQuery } from "../../../queries/departments"

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
      <Field label={t("classifications.name")}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            aria-required
            maxLength={255}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
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
            options={departments.map(({ id, private_name }) => ({
              value: id,
              label: private_name,
            }))}
          />
        )}
      </Field>
    </FormDrawer>
  )
}
