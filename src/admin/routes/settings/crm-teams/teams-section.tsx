import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { SettingsSection } from "../../../components/settings-section"
import { SettingsTable } from "../../../components/settings-table"
import { useConfirmedDelete } from "../../../components/use-confirmed-delete"
import { teamsQuery, useDeleteTeam } from "../../../queries/teams"

type TeamsSectionProps = { onCreate: () => void; onEdit: (id: string) => void }

export const TeamsSection = ({ onCreate, onEdit }: TeamsSectionProps) => {
  const { t } = useTranslation("crmDesk")
  const teams = useQuery(teamsQuery)
  const { mutateAsync: remove } = useDeleteTeam()
  const confirmDelete = useConfirmedDelete()

  return (
    <SettingsSection
      title={t("teams.title")}
      description={t("teams.description")}
      createLabel={t("teams.create")}
      onCreate={onCreate}
      query={teams}
      empty={t("teams.empty")}
    >
      <SettingsTable
        rows={teams.data ?? []}
        keyOf={({ id }) => id}
        nameOf={({ name }) => name}
        nameHeader={t("teams.name")}
        onEdit={({ id }) => onEdit(id)}
        columns={[
          {
            header: t("teams.members"),
            cell: ({ members }) =>
              members.map(({ name }) => name).join(", ") || t("teams.nobody"),
          },
        ]}
        remove={{
          label: t("general.delete"),
          onClick: ({ id, name }) =>
            void confirmDelete({
              title: t("teams.deleteTitle", { name }),
              description: t("teams.deleteDescription"),
              done: t("teams.deleted", { name }),
              run: () => remove(id),
            }),
        }}
      />
    </SettingsSection>
  )
}
