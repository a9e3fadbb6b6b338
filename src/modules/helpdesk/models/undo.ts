import { model } from "@medusajs/framework/utils"

/** What an agent may still take back, and how: one row for each undoable action. */
export const CrmUndo = model
  .define("crm_undo", {
    id: model.id({ prefix: "undo" }).primaryKey(),
    /** 192 random bits. Whoever has it may undo; only the agent's own answer carries it. */
    token: model.text(),
    /** A key of `UNDO_HANDLERS`. */
    kind: model.text(),
    /** Null for what belongs to a person. */
    ticket_id: model.text().nullable(),
    actor_id: model.text().nullable(),
    /** What the handler of its kind needs to restore. */
    data: model.json<Record<string, unknown>>(),
    expires_at: model.dateTime(),
    used_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["token"], unique: true, where: "deleted_at IS NULL" },
    { on: ["ticket_id"], where: "deleted_at IS NULL" },
    { on: ["expires_at"], where: "deleted_at IS NULL" },
  ])
