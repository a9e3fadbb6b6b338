import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useQuery } from "@tanstack/react-query"
import { Crumb } from "../../../components/crumb"
import { Desk } from "../../../components/desk"
import { useEdited } from "../../../components/use-edited"
import { signatureQueries } from "../../../queries/signatures"
import { SignatureDrawer } from "./signature-drawer"
import { SignaturesSection } from "./signatures-section"

const SignaturesPage = () => {
  const { data: signatures = [] } = useQuery(signatureQueries.all)
  const edited = useEdited()
  const signature = signatures.find(({ id }) => id === edited.id)

  return (
    <Desk>
      <SignaturesSection onCreate={edited.create} onEdit={edited.edit} />
      {(edited.isNew || signature) && (
        <SignatureDrawer
          key={signature?.id ?? "new"}
          signature={signature}
          onClose={edited.close}
        />
      )}
    </Desk>
  )
}

export const config = defineRouteConfig({
  label: "menu.signatures",
  translationNs: "crmDesk",
})
export const handle = { breadcrumb: () => <Crumb label="signatures" /> }

export default SignaturesPage
