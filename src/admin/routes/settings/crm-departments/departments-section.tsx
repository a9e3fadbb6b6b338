import { Badge, StatusBadge } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Department } from "../../../../api/admin/crm/departments/contract"
import { SettingsSection } from "../../../components/settings-section"
import { SettingsTable } from "../../../components/settings-table"
import { useConfirmedDelete } from "../../../components/use-confirmed-delete"
import { ticketsPath } from "../../../lib/ticket-links"
import { departmentsQuery, useDeleteDepartment } from "../../../queries/departments"
import { mailAccountsQuery } from "../../../queries/mail-accounts"

type DepartmentsSectionProps = { onCreate: () => void; onEdit: (id: string) => void }

export const DepartmentsSection = ({ onCreate, onEdit }: DepartmentsSectionProps) => {
  const { t } = useTranslation("crmDesk")
  const departments = useQuery(departmentsQuery)
  const { data: accounts } = useQuery(mailAccountsQuery)
  const { mutateAsync: remove } = useDeleteDepartment()
  const confirmDelete = useConfirmedDelete()

  return (
    <SettingsSection
      title={t("departments.title")}
      description={t("departments.description")}
      createLabel={t("departments.create")}
      onCreate={onCreate}
      query={departments}
      empty={t("departments.empty")}
    >
      <SettingsTable
        rows={departments.data ?? []}
        keyOf={({ id }) => id}
        nameOf={({ private_name }) => private_name}
        nameHeader={t("departments.privateName")}
        onEdit={({ id }) => onEdit(id)}
        columns={[
          {
            header: t("departments.publicName"),
            cell: ({ public_name }) => public_name,
          },
          {
            header: t("departments.visibility"),
            cell: ({ visible_in_store }) => (
              <StatusBadge color={visible_in_store ? "green" : "grey"}>
                {visible_in_store ? t("departments.shown") : t("departments.hidden")}
              </StatusBadge>
            ),
          },
          {
            header: t("departments.account"),
            cell: ({ mail_account_id }) =>
              accounts?.find(({ id }) => id === mail_account_id)?.address ?? (
                <span className="text-ui-fg-muted">{t("departments.noAccount")}</span>
              ),
          },
          {
            header: t("departments.tickets"),
            cell: (department) => <TicketsOf department={department} />,
          },
        ]}
        remove={{
          label: t("general.delete"),
          onClick: ({ id, private_name: name }) =>
            void confirmDelete({
              title: t("departments.deleteTitle", { name }),
              description: t("departments.deleteDescription"),
              done: t("departments.deleted", { name }),
              run: () => remove(id),
            }),
        }}
      />
    </SettingsSection>
  )
}

const TicketsOf = ({ department }: { department: Department }) => {
  const { t } = useTranslation("crmDesk")

  return (
    <Link
      to={ticketsPath({ department_id: department.id })}
      className="hover:text-ui-fg-interactive"
    >
      {department.ticket_count}{" "}
      {department.open_ticket_count > 0 && (
        <Badge size="2xsmall">
          {t("departments.openTickets", { count: department.open_ticket_count })}
        </Badge>
      )}
    </Link>
  )
}
