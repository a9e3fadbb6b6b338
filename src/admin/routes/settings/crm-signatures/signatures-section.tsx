import { Badge } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { SettingsSection } from "../../../components/settings-section"
import { SettingsTable } from "../../../components/settings-table"
import { useConfirmedDelete } from "../../../components/use-confirmed-delete"
import { departmentsQuery } from "../../../queries/departments"
import { signatureQueries, useDeleteSignature } from "../../../queries/signatures"

type SignaturesSectionProps = { onCreate: () => void; onEdit: (id: string) => void }

export const SignaturesSection = ({ onCreate, onEdit }: SignaturesSectionProps) => {
  const { t } = useTranslation("crmDesk")
  const signatures = useQuery(signatureQueries.all)
  const { data: departments = [] } = useQuery(departmentsQuery)
  const { mutateAsync: remove } = useDeleteSignature()
  const confirmDelete = useConfirmedDelete()
  const departmentName = (id: string | null) =>
    departments.find((department) => department.id === id)?.private_name ??
    t("signatures.everywhere")

  return (
    <SettingsSection
      title={t("signatures.title")}
      description={t("signatures.description")}
      createLabel={t("signatures.create")}
      onCreate={onCreate}
      query={signatures}
      empty={t("signatures.empty")}
    >
      <SettingsTable
        rows={signatures.data ?? []}
        keyOf={({ id }) => id}
        nameOf={({ title }) => title}
        nameHeader={t("signatures.name")}
        onEdit={({ id }) => onEdit(id)}
        columns={[
          { header: t("signatures.agent"), cell: ({ user }) => user.name },
          {
            header: t("signatures.text"),
            cell: ({ body_text }) => (
              <span className="text-ui-fg-subtle line-clamp-1 max-w-72">{body_text}</span>
            ),
          },
          {
            header: t("signatures.default"),
            cell: ({ is_default, department_id }) =>
              is_default && (
                <Badge size="2xsmall" color="green">
                  {departmentName(department_id)}
                </Badge>
              ),
          },
        ]}
        remove={{
          label: t("general.delete"),
          onClick: ({ id, title }) =>
            void confirmDelete({
              title: t("signatures.deleteTitle", { name: title }),
              description: t("signatures.deleteDescription"),
              done: t("signatures.deleted", { name: title }),
              run: () => remove(id),
            }),
        }}
      />
    </SettingsSection>
  )
}
