import { PencilSquare, Trash } from "@medusajs/icons"
import { ActionMenu } from "@medusajs/dashboard/components"
import { Badge, StatusBadge, Table } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { Department } from "../../../../api/admin/crm/departments/contract"
import { SettingsSection } from "../../../components/settings-section"
import { useConfirmedDelete } from "../../../components/use-confirmed-delete"
import { ticketsPath } from "../../../lib/ticket-links"
import { departmentsQuery, useDeleteDepartment } from "../../../queries/departments"
import { mailAccountsQuery } from "../../../queries/mail-accounts"

type DepartmentsSectionProps = { onCreate: () => void; onEdit: (id: string) => void }

export const DepartmentsSection = ({ onCreate, onEdit }: DepartmentsSectionProps) => {
  const { t } = useTranslation("crmDesk")
  const departments = useQuery(departmentsQuery)

  return (
    <SettingsSection
      title={t("departments.title")}
      description={t("departments.description")}
      createLabel={t("departments.create")}
      onCreate={onCreate}
      query={departments}
      empty={t("departments.empty")}
    >
      <Table>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>{t("departments.privateName")}</Table.HeaderCell>
            <Table.HeaderCell>{t("departments.publicName")}</Table.HeaderCell>
            <Table.HeaderCell>{t("departments.visibility")}</Table.HeaderCell>
            <Table.HeaderCell>{t("departments.account")}</Table.HeaderCell>
            <Table.HeaderCell>{t("departments.tickets")}</Table.HeaderCell>
            <Table.HeaderCell />
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {departments.data?.map((department) => (
            <DepartmentRow key={department.id} department={department} onEdit={onEdit} />
          ))}
        </Table.Body>
      </Table>
    </SettingsSection>
  )
}

type DepartmentRowProps = { department: Department; onEdit: (id: string) => void }

const DepartmentRow = ({ department, onEdit }: DepartmentRowProps) => {
  const { t } = useTranslation("crmDesk")
  const { data: accounts } = useQuery(mailAccountsQuery)
  const { mutateAsync: remove } = useDeleteDepartment()
  const confirmDelete = useConfirmedDelete()
  const { id, private_name: name } = department
  const account = accounts?.find(
    (candidate) => candidate.id === department.mail_account_id
  )

  return (
    <Table.Row>
      <Table.Cell>
        <button
          type="button"
          onClick={() => onEdit(id)}
          className="txt-compact-small-plus text-ui-fg-base hover:text-ui-fg-interactive text-start"
        >
          {name}
        </button>
      </Table.Cell>
      <Table.Cell>{department.public_name}</Table.Cell>
      <Table.Cell>
        <StatusBadge color={department.visible_in_store ? "green" : "grey"}>
          {department.visible_in_store ? t("departments.shown") : t("departments.hidden")}
        </StatusBadge>
      </Table.Cell>
      <Table.Cell>
        {account?.address ?? (
          <span className="text-ui-fg-muted">{t("departments.noAccount")}</span>
        )}
      </Table.Cell>
      <Table.Cell>
        <Link
          to={ticketsPath({ department_id: id })}
          className="hover:text-ui-fg-interactive"
        >
          {department.ticket_count}{" "}
          {department.open_ticket_count > 0 && (
            <Badge size="2xsmall">
              {t("departments.openTickets", { count: department.open_ticket_count })}
            </Badge>
          )}
        </Link>
      </Table.Cell>
      <Table.Cell className="text-end">
        <ActionMenu
          groups={[
            {
              actions: [
                {
                  icon: <PencilSquare />,
                  label: t("general.edit"),
                  onClick: () => onEdit(id),
                },
                {
                  icon: <Trash />,
                  label: t("general.delete"),
                  onClick: () =>
                    confirmDelete({
                      title: t("departments.deleteTitle", { name }),
                      description: t("departments.deleteDescription"),
                      done: t("departments.deleted", { name }),
                      run: () => remove(id),
                    }),
                },
              ],
            },
          ]}
        />
      </Table.Cell>
    </Table.Row>
  )
}
