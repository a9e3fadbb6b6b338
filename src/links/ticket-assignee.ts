import { defineLink } from "@medusajs/framework/utils"
import UserModule from "@medusajs/medusa/user"
import HelpdeskModule from "../modules/helpdesk"

/** `crm_ticket.user`: the agent it is assigned to. */
export default defineLink(
  { linkable: HelpdeskModule.linkable.crmTicket, field: "assignee_id" },
  UserModule.linkable.user,
  { readOnly: true }
)
