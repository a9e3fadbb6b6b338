import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { SettingsSection } from "../../../components/settings-section"
import { SettingsTable } from "../../../components/settings-table"
import { useConfirmedDelete } from "../../../components/use-confirmed-delete"
import { customFieldsQuery, useDeleteCustomField } from "../../../queries/custom-fields"

type CustomFieldsSectionProps = { onCreate: () => void; onEdit: (id: string) => void }

export const CustomFieldsSection = ({ onCreate, onEdit }: CustomFieldsSectionProps) => {
  const { t } = useTranslation("crmDesk")
  const fields = useQuery(customFieldsQuery)
  const { mutateAsync: remove } = useDeleteCustomField()
  const confirmDelete = useConfirmedDelete()

  return (
    <SettingsSection
      title={t("customFields.title")}
      description={t("customFields.description")}
      createLabel={t("customFields.create")}
      onCreate={onCreate}
      query={fields}
      empty={t("customFields.empty")}
    >
      <SettingsTable
        rows={fields.data ?? []}
        keyOf={({ id }) => id}
        nameOf={({ label }) => label}
        nameHeader={t("customFields.label")}
        onEdit={({ id }) => onEdit(id)}
        columns={[
          {
            header: t("customFields.key"),
            cell: ({ key }) => <code className="txt-compact-small">{key}</code>,
          },
          {
            header: t("customFields.type"),
            cell: ({ type }) => t(`fieldTypes.${type}`),
          },
          {
            header: t("customFields.shoppers"),
            cell: ({ visible_in_store }) =>
              visible_in_store ? t("customFields.shown") : t("customFields.hidden"),
          },
        ]}
        remove={{
          label: t("general.delete"),
          onClick: ({ id, label }) =>
            confirmDelete({
              title: t("customFields.deleteTitle", { label }),
              description: t("customFields.deleteDescription"),
              done: t("customFields.deleted", { label }),
              run: () => remove(id),
            }),
        }}
      />
    </SettingsSection>
  )
}
