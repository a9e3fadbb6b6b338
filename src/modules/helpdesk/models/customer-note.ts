import { model } from "@medusajs/framework/utils"

/** What agents should know of a person, whichever ticket they look at (M-50). */
export const CrmCustomerNote = model
  .define("crm_customer_note", {
    id: model.id({ prefix: "cnote" }).primaryKey(),
    customer_id: model.text().nullable(),
    /** Lower case. A person without a customer in the shop is known by it. */
    email: model.text().nullable(),
    body_text: model.text(),
    author_id: model.text().nullable(),
  })
  .indexes([
    { on: ["customer_id"], where: "deleted_at IS NULL" },
    { on: ["email"], where: "deleted_at IS NULL" },
  ])
