import { Container, Heading, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { LoadError } from "../../../components/load-error"
import { NOTHING, SettingsTable } from "../../../components/settings-table"
import { agentsQuery, userName, usersQuery } from "../../../queries/teams"
import { AgentDrawer, type EditedAgent } from "./agent-drawer"

/** Every admin user, and where they work: departments decide who hears of new tickets (D-14). */
export const AgentsSection = () => {
  const { t } = useTranslation("crmDesk")
  const users = useQuery(usersQuery)
  const { data: agents = [] } = useQuery(agentsQuery)
  const [edited, setEdited] = useState<EditedAgent | null>(null)
  const rows = (users.data ?? []).map((user) => ({
    user_id: user.id,
    name: userName(user),
    email: user.email,
    agent: agents.find(({ user_id }) => user_id === user.id),
  }))

  if (users.error && !users.data) {
    return <LoadError error={users.error} onRetry={() => void users.refetch()} />
  }

  return (
    <Container className="divide-y overflow-hidden p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("teams.agents")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("teams.agentsDescription")}
        </Text>
      </div>
      <div className="overflow-x-auto">
        <SettingsTable
          rows={rows}
          keyOf={({ user_id }) => user_id}
          nameOf={({ name }) => name}
          nameHeader={t("teams.agent")}
          onEdit={setEdited}
          columns={[
            { header: t("teams.email"), cell: ({ email }) => email },
            {
              header: t("teams.departments"),
              cell: ({ agent }) =>
                agent?.departments.map(({ name }) => name).join(", ") ||
                t("teams.noDepartment"),
            },
            {
              header: t("teams.title"),
              cell: ({ agent }) =>
                agent?.teams.map(({ name }) => name).join(", ") || NOTHING,
            },
            {
              header: t("teams.notified"),
              cell: ({ agent }) =>
                agent?.departments.length
                  ? t(`teams.isNotified.${agent.notify_new_tickets}`)
                  : NOTHING,
            },
          ]}
        />
      </div>
      {edited && (
        <AgentDrawer
          key={edited.user_id}
          edited={edited}
          onClose={() => setEdited(null)}
        />
      )}
    </Container>
  )
}
