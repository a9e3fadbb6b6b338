import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"
import HelpdeskModule from "../modules/helpdesk"

/** `order.crm_ticket_orders`, each with its `ticket`. */
export default defineLink(
  { linkable: OrderModule.linkable.order, field: "id" },
  { ...HelpdeskModule.linkable.crmTicketOrder.id, primaryKey: "order_id" },
  { readOnly: true, isList: true }
)
