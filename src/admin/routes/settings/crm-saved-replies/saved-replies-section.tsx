import { PaperClip } from "@medusajs/icons"
import { Badge } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type { SavedReply } from "../../../../api/admin/crm/saved-replies/contract"
import { SettingsSection } from "../../../components/settings-section"
import { SettingsTable } from "../../../components/settings-table"
import { useConfirmedDelete } from "../../../components/use-confirmed-delete"
import { departmentsQuery } from "../../../queries/departments"
import { savedReplyQueries, useDeleteSavedReply } from "../../../queries/saved-replies"
import { teamsQuery } from "../../../queries/teams"

type SavedRepliesSectionProps = { onCreate: () => void; onEdit: (id: string) => void }

export const SavedRepliesSection = ({ onCreate, onEdit }: SavedRepliesSectionProps) => {
  const { t } = useTranslation("crmDesk")
  const replies = useQuery(savedReplyQueries.all)
  const { mutateAsync: remove } = useDeleteSavedReply()
  const confirmDelete = useConfirmedDelete()

  return (
    <SettingsSection
      title={t("savedReplies.title")}
      description={t("savedReplies.description")}
      createLabel={t("savedReplies.create")}
      onCreate={onCreate}
      query={replies}
      empty={t("savedReplies.empty")}
    >
      <SettingsTable
        rows={replies.data ?? []}
        keyOf={({ id }) => id}
        nameOf={({ title }) => title}
        nameHeader={t("savedReplies.name")}
        onEdit={({ id }) => onEdit(id)}
        columns={[
          {
            header: t("savedReplies.scope"),
            cell: (reply) => <Sharing reply={reply} />,
          },
          {
            header: t("savedReplies.text"),
            cell: ({ body_text, attachments }) => (
              <span className="text-ui-fg-subtle flex items-center gap-x-1">
                {attachments.length > 0 && (
                  <PaperClip
                    aria-label={t("attachments.label")}
                    className="size-3.5 shrink-0"
                  />
                )}
                <span className="line-clamp-1 lg:max-w-[40vw]">{body_text}</span>
              </span>
            ),
          },
        ]}
        remove={{
          label: t("general.delete"),
          onClick: ({ id, title }) =>
            void confirmDelete({
              title: t("savedReplies.deleteTitle", { name: title }),
              description: t("savedReplies.deleteDescription"),
              done: t("savedReplies.deleted", { name: title }),
              run: () => remove(id),
            }),
        }}
      />
    </SettingsSection>
  )
}

/** Who sees it, by name. */
const Sharing = ({ reply }: { reply: SavedReply }) => {
  const { t } = useTranslation("crmDesk")
  const { data: teams = [] } = useQuery(teamsQuery)
  const { data: departments = [] } = useQuery(departmentsQuery)
  const { scope, team_id, department_id } = reply
  const name =
    scope === "team"
      ? teams.find(({ id }) => id === team_id)?.name
      : departments.find(({ id }) => id === department_id)?.private_name

  return (
    <Badge size="2xsmall">
      {[t(`savedReplies.scopes.${scope}`), ...(name ? [name] : [])].join(": ")}
    </Badge>
  )
}
