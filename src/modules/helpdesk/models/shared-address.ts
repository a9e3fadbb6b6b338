import { model } from "@medusajs/framework/utils"

/** An address that several people write from, like info@: nobody's name is guessed from it (X-16 AC3). */
export const CrmSharedAddress = model
  .define("crm_shared_address", {
    id: model.id({ prefix: "shaddr" }).primaryKey(),
    /** Lower case. */
    email: model.text(),
    marked_by: model.text().nullable(),
  })
  .indexes([{ on: ["email"], unique: true, where: "deleted_at IS NULL" }])
