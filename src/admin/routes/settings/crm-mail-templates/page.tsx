import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useQuery } from "@tanstack/react-query"
import { Crumb } from "../../../components/crumb"
import { Desk } from "../../../components/desk"
import { useEdited } from "../../../components/use-edited"
import { mailTemplatesQuery } from "../../../queries/mail-templates"
import { MailTemplatesSection } from "./mail-templates-section"
import { TemplateEditorSection } from "./template-editor-section"

const MailTemplatesPage = () => {
  const { data: templates = [] } = useQuery(mailTemplatesQuery)
  const edited = useEdited()
  const template = templates.find(({ key }) => key === edited.id)

  return (
    <Desk>
      {template ? (
        <TemplateEditorSection
          key={template.key}
          template={template}
          onClose={edited.close}
        />
      ) : (
        <MailTemplatesSection onEdit={edited.edit} />
      )}
    </Desk>
  )
}

export const config = defineRouteConfig({
  label: "menu.mailTemplates",
  translationNs: "crmDesk",
})
export const handle = { breadcrumb: () => <Crumb label="mailTemplates" /> }

export default MailTemplatesPage
