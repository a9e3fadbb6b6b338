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
            cell: (department) => <Visibility department={department} />,
          },
          {
            header: t("departments.account"),
            cell: (department) => <SendingAccount department={department} />,
          },
          {
            header: t("departments.tickets"),
            cell: (department) => <Tickets department={department} />,
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

type CellProps = { department: Department }

const Visibility = ({ department: { visible_in_store } }: CellProps) => {
  const { t } = useTranslation("crmDesk")

  return (
    <StatusBadge color={visible_in_store ? "green" : "grey"}>
      {visible_in_store ? t("departments.shown") : t("departments.hidden")}
    </StatusBadge>
  )
}

const SendingAccount = ({ department: { mail_account_id } }: CellProps) => {
  const { t } = useTranslation("crmDesk")
  const { data: accounts } = useQuery(mailAccountsQuery)
  const account = accounts?.find(({ id }) => id === mail_account_id)

  return (
    account?.address ?? (
      <span className="text-ui-fg-muted">{t("departments.noAccount")}</span>
    )
  )
}

const Tickets = ({ department: { id, ticket_count, open_ticket_count } }: CellProps) => {
  const { t } = useTranslation("crmDesk")

  return (
    <Link
      to={ticketsPath({ department_id: id })}
      className="hover:text-ui-fg-interactive"
    >
      {ticket_count}{" "}
      {open_ticket_count > 0 && (
        <Badge size="2xsmall">
          {t("departments.openTickets", { count: open_ticket_count })}
        </Badge>
      )}
    </Link>
  )
}
