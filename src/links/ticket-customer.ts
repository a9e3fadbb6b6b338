import { defineLink } from "@medusajs/framework/utils"
import CustomerModule from "@medusajs/medusa/customer"
import HelpdeskModule from "../modules/helpdesk"

/** `crm_ticket.customer`: whom the ticket is with, if she is known to the shop. */
export default defineLink(
  { linkable: HelpdeskModule.linkable.crmTicket, field: "customer_id" },
  CustomerModule.linkable.customer,
  { readOnly: true }
)
