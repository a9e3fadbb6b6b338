import { Badge, Container, Heading, Skeleton, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { LoadError } from "../../../components/load-error"
import { SettingsTable } from "../../../components/settings-table"
import { useConfirmedDelete } from "../../../components/use-confirmed-delete"
import { mailTemplatesQuery, useResetMailTemplate } from "../../../queries/mail-templates"

export const MailTemplatesSection = ({ onEdit }: { onEdit: (key: string) => void }) => {
  const { t } = useTranslation("crmDesk")
  const templates = useQuery(mailTemplatesQuery)
  const { mutateAsync: reset } = useResetMailTemplate()
  const confirm = useConfirmedDelete()

  if (templates.error && !templates.data) {
    return <LoadError error={templates.error} onRetry={() => void templates.refetch()} />
  }

  return (
    <Container className="divide-y overflow-hidden p-0">
      <div className="px-6 py-4">
        <Heading>{t("mailTemplates.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("mailTemplates.description")}
        </Text>
      </div>
      {templates.isPending ? (
        <div className="px-6 py-4" aria-busy aria-label={t("general.loading")}>
          <Skeleton className="h-40 w-full" />
        </div>
      ) : (
        <div className="overflow-x-auto">
          <SettingsTable
            rows={templates.data ?? []}
            keyOf={({ key }) => key}
            nameOf={({ key }) => t(`mailTemplates.name.${key}`)}
            nameHeader={t("mailTemplates.mail")}
            onEdit={({ key }) => onEdit(key)}
            columns={[
              {
                header: t("mailTemplates.when"),
                cell: ({ key }) => (
                  <span className="text-ui-fg-subtle">
                    {t(`mailTemplates.sent.${key}`)}
                  </span>
                ),
              },
              {
                header: t("mailTemplates.state"),
                cell: ({ enabled, is_changed }) => (
                  <Badge
                    size="2xsmall"
                    color={!enabled ? "grey" : is_changed ? "blue" : "green"}
                  >
                    {t(
                      `mailTemplates.states.${!enabled ? "off" : is_changed ? "changed" : "builtIn"}`
                    )}
                  </Badge>
                ),
              },
            ]}
            remove={{
              label: t("mailTemplates.reset"),
              isOffered: ({ is_changed }) => is_changed,
              onClick: ({ key }) =>
                void confirm({
                  title: t("mailTemplates.resetTitle"),
                  description: t("mailTemplates.resetDescription"),
                  confirmText: t("mailTemplates.reset"),
                  done: t("mailTemplates.wasReset"),
                  run: () => reset(key),
                }),
            }}
          />
        </div>
      )}
    </Container>
  )
}
