import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Crumb } from "../../../components/crumb"
import { Desk } from "../../../components/desk"
import { FactsSection } from "./facts-section"
import { SharingSection } from "./sharing-section"

const StorefrontPage = () => (
  <Desk>
    <SharingSection />
    <FactsSection />
  </Desk>
)

export const config = defineRouteConfig({
  label: "menu.storefront",
  translationNs: "crmDesk",
})
export const handle = { breadcrumb: () => <Crumb label="storefront" /> }

export default StorefrontPage
