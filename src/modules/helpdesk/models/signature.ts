import { model } from "@medusajs/framework/utils"

/** Greetings and contact data that end a reply (V-91). */
export const CrmSignature = model
  .define("crm_signature", {
    id: model.id({ prefix: "crmsig" }).primaryKey(),
    /** The admin user whose signature it is. */
    user_id: model.text(),
    title: model.text().searchable(),
    body_text: model.text(),
    /** Sanitised. Null: the text is all there is. */
    body_html: model.text().nullable(),
    /** Applied by itself (V-92): everywhere, or where `department_id` says so. */
    is_default: model.boolean().default(false),
    department_id: model.text().nullable(),
  })
  .indexes([
    {
      on: ["user_id"],
      name: "IDX_crm_signature_default",
      unique: true,
      where: "is_default AND department_id IS NULL AND deleted_at IS NULL",
    },
    {
      on: ["user_id", "department_id"],
      name: "IDX_crm_signature_department_default",
      unique: true,
      where: "is_default AND department_id IS NOT NULL AND deleted_at IS NULL",
    },
  ])
