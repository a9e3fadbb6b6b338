import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useQuery } from "@tanstack/react-query"
import { Crumb } from "../../../components/crumb"
import { Desk } from "../../../components/desk"
import { useEdited } from "../../../components/use-edited"
import { formsQuery } from "../../../queries/forms"
import { FormBuilder } from "./form-builder"
import { FormsSection } from "./forms-section"

const FormsPage = () => {
  const { data: forms = [] } = useQuery(formsQuery)
  const edited = useEdited()
  const form = forms.find(({ id }) => id === edited.id)

  return (
    <Desk>
      <FormsSection onCreate={edited.create} onEdit={edited.edit} />
      {(edited.isNew || form) && (
        <FormBuilder key={form?.id ?? "new"} form={form} onClose={edited.close} />
      )}
    </Desk>
  )
}

export const config = defineRouteConfig({
  label: "menu.forms",
  translationNs: "crmDesk",
})
export const handle = { breadcrumb: () => <Crumb label="forms" /> }

export default FormsPage
