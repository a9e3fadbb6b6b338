import { Button } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Department } from "../../api/admin/crm/departments/contract"
import { departmentOptions } from "../queries/departments"
import { Choice } from "./choice"
import type { FieldControl } from "./field"

type DepartmentChoiceProps = Partial<FieldControl> & {
  value: string
  departments: Department[] | undefined
  onChange: (id: string) => void
  /** Makes a department without leaving the form (V-15). */
  onAdd: () => void
}

export const DepartmentChoice = ({
  value,
  departments = [],
  onChange,
  onAdd,
  ...control
}: DepartmentChoiceProps) => {
  const { t } = useTranslation("crmDesk")

  return (
    <div className="flex items-center gap-x-2">
      <div className="min-w-0 flex-1">
        <Choice
          {...control}
          value={value}
          onChange={onChange}
          placeholder={t("departments.choose")}
          options={departmentOptions(departments)}
        />
      </div>
      <Button type="button" size="small" variant="secondary" onClick={onAdd}>
        {t("departments.add")}
      </Button>
    </div>
  )
}
