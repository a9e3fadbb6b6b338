import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminCustomer, DetailWidgetProps } from "@medusajs/framework/types"
import { TicketListWidget } from "../components/ticket-list-widget"
import { newTicketPath } from "../lib/ticket-links"
import { customerName } from "../queries/customers"

const CustomerTickets = ({ data: customer }: DetailWidgetProps<AdminCustomer>) => (
  <TicketListWidget
    filter={{ customer_id: customer.id }}
    newTicket={newTicketPath({
      customer_id: customer.id,
      email: customer.email,
      name: customerName(customer),
    })}
  />
)

export const config = defineWidgetConfig({
  zone: "customer.details.side",
  id: "crm-desk:customer-tickets",
})

export default CustomerTickets
