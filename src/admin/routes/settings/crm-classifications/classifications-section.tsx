import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { SettingsSection } from "../../../components/settings-section"
import { SettingsTable } from "../../../components/settings-table"
import { useConfirmedDelete } from "../../../components/use-confirmed-delete"
import {
  classificationsQuery,
  useDeleteClassification,
} from "../../../queries/classifications"

type ClassificationsSectionProps = { onCreate: () => void; onEdit: (id: string) => void }

export const ClassificationsSection = ({
  onCreate,
  onEdit,
}: ClassificationsSectionProps) => {
  const { t } = useTranslation("crmDesk")
  const classifications = useQuery(classificationsQuery)
  const { mutateAsync: remove } = useDeleteClassification()
  const confirmDelete = useConfirmedDelete()

  return (
    <SettingsSection
      title={t("classifications.title")}
      description={t("classifications.description")}
      createLabel={t("classifications.create")}
      onCreate={onCreate}
      query={classifications}
      empty={t("classifications.empty")}
    >
      <SettingsTable
        rows={classifications.data ?? []}
        keyOf={({ id }) => id}
        nameOf={({ name }) => name}
        nameHeader={t("classifications.name")}
        onEdit={({ id }) => onEdit(id)}
        columns={[
          {
            header: t("classifications.departments"),
            cell: ({ departments }) =>
              departments.map(({ name }) => name).join(", ") ||
              t("classifications.everywhere"),
          },
        ]}
        remove={{
          label: t("general.delete"),
          onClick: ({ id, name }) =>
            void confirmDelete({
              title: t("classifications.deleteTitle", { name }),
              description: t("classifications.deleteDescription"),
              done: t("classifications.deleted", { name }),
              run: () => remove(id),
            }),
        }}
      />
    </SettingsSection>
  )
}
