import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { TicketListWidget } from "../components/ticket-list-widget"
import { newTicketPath } from "../lib/ticket-links"
import { customerName } from "../queries/customers"

/** "Open ticket" takes the customer, the address and the order's number along (D-24). */
const OrderTickets = ({ data: order }: DetailWidgetProps<AdminOrder>) => (
  <TicketListWidget
    filter={{ order_id: order.id }}
    newTicket={newTicketPath({
      customer_id: order.customer_id,
      email: order.email ?? order.customer?.email,
      name: nameOf(order),
      order_id: order.id,
      order_display_id: order.display_id,
    })}
  />
)

const nameOf = ({ customer, shipping_address, billing_address }: AdminOrder) =>
  customerName(customer ?? {}) ||
  customerName({
    first_name: shipping_address?.first_name ?? billing_address?.first_name,
    last_name: shipping_address?.last_name ?? billing_address?.last_name,
  })

export const config = defineWidgetConfig({
  zone: "order.details.side",
  id: "crm-desk:order-tickets",
})

export default OrderTickets
