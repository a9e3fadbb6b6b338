import { model } from "@medusajs/framework/utils"

/** Two tickets that belong together (K-8). Each pair once: the smaller id comes first. */
export const CrmTicketRelation = model
  .define("crm_ticket_relation", {
    id: model.id({ prefix: "trel" }).primaryKey(),
    ticket_id: model.text(),
    other_id: model.text(),
    /** The one of the two that was split from the other, if that is why. */
    split_id: model.text().nullable(),
    linked_by: model.text().nullable(),
  })
  .indexes([
    { on: ["ticket_id", "other_id"], unique: true, where: "deleted_at IS NULL" },
    { on: ["other_id"], where: "deleted_at IS NULL" },
  ])
