import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useQuery } from "@tanstack/react-query"
import { Crumb } from "../../../components/crumb"
import { Desk } from "../../../components/desk"
import { useEdited } from "../../../components/use-edited"
import { customFieldsQuery } from "../../../queries/custom-fields"
import { CustomFieldDrawer } from "./custom-field-drawer"
import { CustomFieldsSection } from "./custom-fields-section"

const CustomFieldsPage = () => {
  const { data: fields = [] } = useQuery(customFieldsQuery)
  const edited = useEdited()
  const field = fields.find(({ id }) => id === edited.id)

  return (
    <Desk>
      <CustomFieldsSection onCreate={edited.create} onEdit={edited.edit} />
      {(edited.isNew || field) && (
        <CustomFieldDrawer
          key={field?.id ?? "new"}
          field={field}
          onClose={edited.close}
        />
      )}
    </Desk>
  )
}

export const config = defineRouteConfig({
  label: "menu.customFields",
  translationNs: "crmDesk",
})
export const handle = { breadcrumb: () => <Crumb label="customFields" /> }

export default CustomFieldsPage
