import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"
import HelpdeskModule from "../modules/helpdesk"

/** `crm_ticket_order.order`: the order that a row of a ticket's orders stands for. */
export default defineLink(
  { linkable: HelpdeskModule.linkable.crmTicketOrder, field: "order_id" },
  OrderModule.linkable.order,
  { readOnly: true }
)
