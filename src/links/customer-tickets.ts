import { defineLink } from "@medusajs/framework/utils"
import CustomerModule from "@medusajs/medusa/customer"
import HelpdeskModule from "../modules/helpdesk"

/** `customer.crm_tickets` */
export default defineLink(
  { linkable: CustomerModule.linkable.customer, field: "id" },
  { ...HelpdeskModule.linkable.crmTicket.id, primaryKey: "customer_id" },
  { readOnly: true, isList: true }
)
