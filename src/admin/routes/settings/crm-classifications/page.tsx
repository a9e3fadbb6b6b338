import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useQuery } from "@tanstack/react-query"
import { Crumb } from "../../../components/crumb"
import { Desk } from "../../../components/desk"
import { useEdited } from "../../../components/use-edited"
import { classificationsQuery } from "../../../queries/classifications"
import { ClassificationDrawer } from "./classification-drawer"
import { ClassificationsSection } from "./classifications-section"

const ClassificationsPage = () => {
  const { data: classifications = [] } = useQuery(classificationsQuery)
  const edited = useEdited()
  const classification = classifications.find(({ id }) => id === edited.id)

  return (
    <Desk>
      <ClassificationsSection onCreate={edited.create} onEdit={edited.edit} />
      {(edited.isNew || classification) && (
        <ClassificationDrawer
          key={classification?.id ?? "new"}
          classification={classification}
          onClose={edited.close}
        />
      )}
    </Desk>
  )
}

export const config = defineRouteConfig({
  label: "menu.classifications",
  translationNs: "crmDesk",
})
export const handle = { breadcrumb: () => <Crumb label="classifications" /> }

export default ClassificationsPage
