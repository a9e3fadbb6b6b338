import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Department } from "../../../../../api/admin/crm/departments/contract"
import { DepartmentDrawer } from "../../../../components/department-drawer"
import { Step } from "./step"

type DepartmentStepProps = { departments: Department[] | undefined }

export const DepartmentStep = ({ departments = [] }: DepartmentStepProps) => {
  const { t } = useTranslation("crmDesk")
  const [isAdding, setIsAdding] = useState(false)
  const isDone = departments.length > 0

  return (
    <Step
      title={t("setUp.department")}
      description={t("setUp.departmentHint")}
      isDone={isDone}
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Text size="small">
          {isDone
            ? departments.map(({ private_name }) => private_name).join(", ")
            : t("departments.empty")}
        </Text>
        <Button
          size="small"
          variant={isDone ? "secondary" : "primary"}
          onClick={() => setIsAdding(true)}
        >
          {t("departments.create")}
        </Button>
      </div>
      {isAdding && <DepartmentDrawer onClose={() => setIsAdding(false)} />}
    </Step>
  )
}
