import { model } from "@medusajs/framework/utils"

/** One ticket went into another, and what it took along: so it can be taken out again at any time. */
export const CrmTicketMerge = model
  .define("crm_ticket_merge", {
    id: model.id({ prefix: "tmrg" }).primaryKey(),
    survivor_id: model.text(),
    merged_id: model.text(),
    actor_id: model.text().nullable(),
    /** What came along, by table, and what it changed on the survivor. */
    carried: model.json<Record<string, unknown>>(),
    undone_at: model.dateTime().nullable(),
  })
  .indexes([
    {
      on: ["merged_id"],
      unique: true,
      where: "undone_at IS NULL AND deleted_at IS NULL",
    },
    { on: ["survivor_id"], where: "undone_at IS NULL AND deleted_at IS NULL" },
  ])
