import { model } from "@medusajs/framework/utils"
import { CrmTicket } from "./ticket"

/** A ticket that stays in an agent's My Tickets whatever becomes of it (V-70). */
export const CrmTicketPin = model
  .define("crm_ticket_pin", {
    id: model.id({ prefix: "tpin" }).primaryKey(),
    ticket: model.belongsTo(() => CrmTicket, { mappedBy: "pins" }),
    user_id: model.text(),
  })
  .indexes([
    { on: ["ticket_id", "user_id"], unique: true, where: "deleted_at IS NULL" },
    { on: ["user_id"], where: "deleted_at IS NULL" },
  ])
