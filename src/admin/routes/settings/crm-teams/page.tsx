import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useQuery } from "@tanstack/react-query"
import { Crumb } from "../../../components/crumb"
import { Desk } from "../../../components/desk"
import { useEdited } from "../../../components/use-edited"
import { teamsQuery } from "../../../queries/teams"
import { AgentsSection } from "./agents-section"
import { TeamDrawer } from "./team-drawer"
import { TeamsSection } from "./teams-section"

const TeamsPage = () => {
  const { data: teams = [] } = useQuery(teamsQuery)
  const edited = useEdited()
  const team = teams.find(({ id }) => id === edited.id)

  return (
    <Desk>
      <TeamsSection onCreate={edited.create} onEdit={edited.edit} />
      <AgentsSection />
      {(edited.isNew || team) && (
        <TeamDrawer key={team?.id ?? "new"} team={team} onClose={edited.close} />
      )}
    </Desk>
  )
}

export const config = defineRouteConfig({
  label: "menu.teams",
  translationNs: "crmDesk",
})
export const handle = { breadcrumb: () => <Crumb label="teams" /> }

export default TeamsPage
