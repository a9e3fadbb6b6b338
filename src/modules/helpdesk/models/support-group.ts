import { model } from "@medusajs/framework/utils"

/** A customer group whose members see each other's tickets (V-111, X-15). */
export const CrmSupportGroup = model
  .define("crm_support_group", {
    id: model.id({ prefix: "crmsgr" }).primaryKey(),
    customer_group_id: model.text(),
  })
  .indexes([{ on: ["customer_group_id"], unique: true, where: "deleted_at IS NULL" }])
