import { model } from "@medusajs/framework/utils"
import { CrmTicket } from "./ticket"

/** An address that took part: what a number in a subject is trusted for, and no more. */
export const CrmTicketParticipant = model
  .define("crm_ticket_participant", {
    id: model.id({ prefix: "tpar" }).primaryKey(),
    ticket: model.belongsTo(() => CrmTicket, { mappedBy: "participants" }),
    /** Lower case: addresses are compared without regard to case. */
    email: model.text(),
    name: model.text(),
    role: model.enum(["requester", "cc", "third_party"]),
  })
  .indexes([
    { on: ["ticket_id", "email"], unique: true, where: "deleted_at IS NULL" },
    { on: ["email"], where: "deleted_at IS NULL" },
  ])
