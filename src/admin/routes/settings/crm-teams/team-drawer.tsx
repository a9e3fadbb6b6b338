import { Combobox } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Team } from "../../../../api/admin/crm/teams/contract"
import { Field } from "../../../components/field"
import { FormDrawer } from "../../../components/form-drawer"
import { NameField } from "../../../components/name-field"
import { userName, useSaveTeam, usersQuery } from "../../../queries/teams"

type TeamDrawerProps = { team?: Team; onClose: () => void }

export const TeamDrawer = ({ team, onClose }: TeamDrawerProps) => {
  const { t } = useTranslation("crmDesk")
  const { data: users = [] } = useQuery(usersQuery)
  const { mutate, isPending, error } = useSaveTeam(team?.id)
  const [name, setName] = useState(team?.name ?? "")
  const [userIds, setUserIds] = useState(
    team?.members.map(({ user_id }) => user_id) ?? []
  )

  const save = () =>
    mutate(
      { name: name.trim(), user_ids: userIds },
      {
        onSuccess: ({ team: saved }) => {
          toast.success(t("teams.saved", { name: saved.name }))
          onClose()
        },
      }
    )

  return (
    <FormDrawer
      title={team ? t("teams.edit") : t("teams.create")}
      onClose={onClose}
      onSubmit={save}
      isSaving={isPending}
      canSave={Boolean(name.trim())}
      error={error}
    >
      <NameField label={t("teams.name")} value={name} onChange={setName} />
      <Field label={t("teams.members")} hint={t("teams.membersHint")}>
        {(control) => (
          <Combobox<string[]>
            {...control}
            displayMode="chips"
            value={userIds}
            onChange={(ids) => setUserIds(ids ?? [])}
            options={users.map((user) => ({ value: user.id, label: userName(user) }))}
          />
        )}
      </Field>
    </FormDrawer>
  )
}
