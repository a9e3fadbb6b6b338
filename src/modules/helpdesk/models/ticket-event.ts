import { model } from "@medusajs/framework/utils"
import { CrmTicket } from "./ticket"

/** What changed, by whom and when; written in the transaction of the change (V-35). */
export const CrmTicketEvent = model
  .define("crm_ticket_event", {
    id: model.id({ prefix: "tevt" }).primaryKey(),
    ticket: model.belongsTo(() => CrmTicket, { mappedBy: "events" }),
    /** The past participle of the change: `created`, `status_changed`, `moved` ... */
    type: model.text(),
    actor_type: model.enum(["user", "customer", "system"]),
    actor_id: model.text().nullable(),
    data: model.json<Record<string, unknown>>(),
  })
  .indexes([{ on: ["ticket_id", "created_at"], where: "deleted_at IS NULL" }])
