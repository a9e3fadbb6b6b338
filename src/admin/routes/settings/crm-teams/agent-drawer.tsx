import { Combobox } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Agent } from "../../../../api/admin/crm/agents/contract"
import { Field } from "../../../components/field"
import { FormDrawer } from "../../../components/form-drawer"
import { Toggle } from "../../../components/toggle"
import { departmentOptions, departmentsQuery } from "../../../queries/departments"
import { useSaveAgent } from "../../../queries/teams"

export type EditedAgent = { user_id: string; name: string; agent?: Agent }

type AgentDrawerProps = { edited: EditedAgent; onClose: () => void }

export const AgentDrawer = ({ edited, onClose }: AgentDrawerProps) => {
  const { t } = useTranslation("crmDesk")
  const { user_id, name, agent } = edited
  const { data: departments = [] } = useQuery(departmentsQuery)
  const { mutate, isPending, error } = useSaveAgent({ id: agent?.id, user_id })
  const [departmentIds, setDepartmentIds] = useState(
    agent?.departments.map(({ id }) => id) ?? []
  )
  const [isNotified, setIsNotified] = useState(agent?.notify_new_tickets ?? true)

  const save = () =>
    mutate(
      { department_ids: departmentIds, notify_new_tickets: isNotified },
      {
        onSuccess: () => {
          toast.success(t("teams.agentSaved", { name }))
          onClose()
        },
      }
    )

  return (
    <FormDrawer
      title={name}
      description={t("teams.agentDescription")}
      onClose={onClose}
      onSubmit={save}
      isSaving={isPending}
      canSave
      error={error}
    >
      <Field label={t("teams.departments")} hint={t("teams.departmentsHint")}>
        {(control) => (
          <Combobox<string[]>
            {...control}
            displayMode="chips"
            value={departmentIds}
            onChange={(ids) => setDepartmentIds(ids ?? [])}
            options={departmentOptions(departments)}
          />
        )}
      </Field>
      <Toggle
        label={t("teams.notify")}
        hint={t("teams.notifyHint")}
        checked={isNotified}
        onChange={setIsNotified}
      />
    </FormDrawer>
  )
}
