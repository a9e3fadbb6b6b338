import { PencilSquare, Trash } from "@medusajs/icons"
import { ActionMenu } from "@medusajs/dashboard/components"
import { Table } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { SettingsSection } from "../../../components/settings-section"
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
      <Table>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>{t("classifications.name")}</Table.HeaderCell>
            <Table.HeaderCell>{t("classifications.departments")}</Table.HeaderCell>
            <Table.HeaderCell />
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {classifications.data?.map(({ id, name, departments }) => (
            <Table.Row key={id}>
              <Table.Cell>
                <button
                  type="button"
                  onClick={() => onEdit(id)}
                  className="txt-compact-small-plus text-ui-fg-base hover:text-ui-fg-interactive text-start"
                >
                  {name}
                </button>
              </Table.Cell>
              <Table.Cell>
                {departments.map((department) => department.name).join(", ") ||
                  t("classifications.everywhere")}
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
                              title: t("classifications.deleteTitle", { name }),
                              description: t("classifications.deleteDescription"),
                              done: t("classifications.deleted", { name }),
                              run: () => remove(id),
                            }),
                        },
                      ],
                    },
                  ]}
                />
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </SettingsSection>
  )
}
