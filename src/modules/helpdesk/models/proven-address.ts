import { model } from "@medusajs/framework/utils"

/**
 * An address that a customer has shown to read mail at: a signed link or a code that was sent there
 * was used while she was logged in. Medusa lets anybody register with any address (I8).
 */
export const CrmProvenAddress = model
  .define("crm_proven_address", {
    id: model.id({ prefix: "proof" }).primaryKey(),
    customer_id: model.text(),
    /** Lower case. */
    email: model.text(),
    by: model.enum(["ticket_link", "order_code"]),
  })
  .indexes([{ on: ["customer_id", "email"], unique: true, where: "deleted_at IS NULL" }])
