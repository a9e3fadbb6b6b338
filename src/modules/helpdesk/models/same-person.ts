import { model } from "@medusajs/framework/utils"

/**
 * Two addresses of one person (X-16 AC2). Each pair once: the one that comes first in the alphabet
 * comes first. Who is the same as the same is the same.
 */
export const CrmSamePerson = model
  .define("crm_same_person", {
    id: model.id({ prefix: "same" }).primaryKey(),
    /** Both in lower case. */
    email: model.text(),
    other_email: model.text(),
    /** `agent` said so and why; `mail`: its reader answered our question to that address. */
    proof: model.enum(["agent", "mail"]),
    reason: model.text().nullable(),
    added_by: model.text().nullable(),
  })
  .indexes([
    { on: ["email", "other_email"], unique: true, where: "deleted_at IS NULL" },
    { on: ["other_email"], where: "deleted_at IS NULL" },
  ])
