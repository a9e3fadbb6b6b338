import { model } from "@medusajs/framework/utils"
import { STATUS_CATEGORIES } from "../domain/ticket-status"

/** A merchant's name for one of the four categories that the code relies on (K-3, D-04). */
export const CrmTicketStatus = model.define("crm_ticket_status", {
  id: model.id({ prefix: "crmstat" }).primaryKey(),
  name: model.text().searchable(),
  category: model.enum([...STATUS_CATEGORIES]),
  position: model.number().default(0),
  /** The status a category stands for when only the category is named. One per category. */
  is_default: model.boolean().default(false),
})
