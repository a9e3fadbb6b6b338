import { defineRouteConfig } from "@medusajs/admin-sdk"
import { useQuery } from "@tanstack/react-query"
import { Crumb } from "../../../components/crumb"
import { Desk } from "../../../components/desk"
import { useEdited } from "../../../components/use-edited"
import { mailAccountsQuery } from "../../../queries/mail-accounts"
import { MailAccountDrawer } from "./mail-account-drawer"
import { MailAccountsSection } from "./mail-accounts-section"

const MailAccountsPage = () => {
  const { data: accounts = [] } = useQuery(mailAccountsQuery)
  const edited = useEdited()
  const account = accounts.find(({ id }) => id === edited.id)

  return (
    <Desk>
      <MailAccountsSection onCreate={edited.create} onEdit={edited.edit} />
      {(edited.isNew || account) && (
        <MailAccountDrawer
          key={account?.id ?? "new"}
          account={account}
          onClose={edited.close}
        />
      )}
    </Desk>
  )
}

export const config = defineRouteConfig({
  label: "menu.mailAccounts",
  translationNs: "crmDesk",
})
export const handle = { breadcrumb: () => <Crumb label="mailAccounts" /> }

export default MailAccountsPage
