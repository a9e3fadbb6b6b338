import { model } from "@medusajs/framework/utils"

/** Every automatic answer asked for, given or kept back: one per address in thirty minutes (V-31). */
export const CrmAutoReply = model
  .define("crm_auto_reply", {
    id: model.id({ prefix: "arep" }).primaryKey(),
    /** Lower case. Over all accounts. */
    address: model.text(),
    inbound_mail_id: model.text(),
    /** Kept back for good: nothing is sent later (V-32). */
    suppressed: model.boolean(),
  })
  .indexes([
    { on: ["inbound_mail_id"], unique: true, where: "deleted_at IS NULL" },
    { on: ["address", "created_at"], where: "suppressed = false" },
  ])
