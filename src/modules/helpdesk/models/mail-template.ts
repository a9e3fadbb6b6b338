import { model } from "@medusajs/framework/utils"

/** A merchant's wording of a mail the desk writes; without a row the built-in one is used. */
export const CrmMailTemplate = model
  .define("crm_mail_template", {
    id: model.id({ prefix: "crmtpl" }).primaryKey(),
    /** One of `MAIL_TEMPLATE_KEYS`. */
    key: model.text(),
    subject: model.text(),
    body_text: model.text(),
    body_html: model.text().nullable(),
    /** Off: this mail is not sent. The reply's own frame cannot be off. */
    enabled: model.boolean().default(true),
    /** Carries who wrote and what (K-9); without it only number, department and link. */
    include_details: model.boolean(),
  })
  .indexes([{ on: ["key"], unique: true, where: "deleted_at IS NULL" }])
