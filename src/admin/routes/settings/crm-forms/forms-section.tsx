import { StatusBadge } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { SettingsSection } from "../../../components/settings-section"
import { SettingsTable } from "../../../components/settings-table"
import { useConfirmedDelete } from "../../../components/use-confirmed-delete"
import { departmentsQuery } from "../../../queries/departments"
import { formsQuery, useDeleteForm } from "../../../queries/forms"

type FormsSectionProps = { onCreate: () => void; onEdit: (id: string) => void }

export const FormsSection = ({ onCreate, onEdit }: FormsSectionProps) => {
  const { t } = useTranslation("crmDesk")
  const forms = useQuery(formsQuery)
  const { data: departments = [] } = useQuery(departmentsQuery)
  const { mutateAsync: remove } = useDeleteForm()
  const confirmDelete = useConfirmedDelete()

  return (
    <SettingsSection
      title={t("forms.title")}
      description={t("forms.description")}
      createLabel={t("forms.create")}
      onCreate={onCreate}
      query={forms}
      empty={t("forms.empty")}
    >
      <SettingsTable
        rows={forms.data ?? []}
        keyOf={({ id }) => id}
        nameOf={({ name }) => name}
        nameHeader={t("forms.name")}
        onEdit={({ id }) => onEdit(id)}
        columns={[
          {
            header: t("forms.handle"),
            cell: ({ handle }) => <code className="txt-compact-small">{handle}</code>,
          },
          {
            header: t("forms.department"),
            cell: ({ department_id }) =>
              departments.find(({ id }) => id === department_id)?.private_name ?? "–",
          },
          {
            header: t("forms.state"),
            cell: ({ enabled }) => (
              <StatusBadge color={enabled ? "green" : "grey"}>
                {enabled ? t("forms.on") : t("forms.off")}
              </StatusBadge>
            ),
          },
        ]}
        remove={{
          label: t("general.delete"),
          onClick: ({ id, name }) =>
            confirmDelete({
              title: t("forms.deleteTitle", { name }),
              description: t("forms.deleteDescription"),
              done: t("forms.deleted", { name }),
              run: () => remove(id),
            }),
        }}
      />
    </SettingsSection>
  )
}
