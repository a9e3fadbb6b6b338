import { model } from "@medusajs/framework/utils"
import { ORDER_PROOFS } from "../domain/order-proof"
import { CrmTicket } from "./ticket"

/** An order the ticket is about, and how we know. */
export const CrmTicketOrder = model
  .define("crm_ticket_order", {
    id: model.id({ prefix: "tord" }).primaryKey(),
    ticket: model.belongsTo(() => CrmTicket, { mappedBy: "orders" }),
    order_id: model.text(),
    /** The number people write, kept for search and for an order that was removed. */
    display_id: model.text(),
    /** A `suggestion` is shown to the agent and gives access to nothing. */
    proof: model.enum([...ORDER_PROOFS]),
    linked_by: model.text().nullable(),
  })
  .indexes([
    { on: ["ticket_id", "order_id"], unique: true, where: "deleted_at IS NULL" },
    { on: ["order_id"], where: "deleted_at IS NULL" },
    { on: ["display_id"], where: "deleted_at IS NULL" },
  ])
