import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Crumb } from "../../../components/crumb"
import { Desk } from "../../../components/desk"
import { TicketTable } from "./table/ticket-table"

const TicketsPage = () => (
  <Desk>
    <TicketTable />
  </Desk>
)

export const config = defineRouteConfig({
  label: "menu.tickets",
  rank: 1,
  translationNs: "crmDesk",
})
export const handle = { breadcrumb: () => <Crumb label="tickets" /> }

export default TicketsPage
