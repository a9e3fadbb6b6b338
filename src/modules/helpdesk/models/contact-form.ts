import { model } from "@medusajs/framework/utils"
import type { FormField, FormTexts } from "../domain/form"

/** A form of the storefront: what is filled in becomes a ticket (B-16 to B-18, V-06). */
export const CrmContactForm = model
  .define("crm_contact_form", {
    id: model.id({ prefix: "crmform" }).primaryKey(),
    /** Its name in URLs. */
    handle: model.text(),
    /** What agents call it. */
    name: model.text().searchable(),
    enabled: model.boolean().default(true),
    department_id: model.text(),
    classification_id: model.text().nullable(),
    /** Shown to who speaks none of the form's languages. */
    default_locale: model.text().default("en"),
    /** Title, introduction, button and thanks by language. */
    texts: model.json<FormTexts>(),
    fields: model.json<FormField[]>(),
    /** Guests show that they are people (D-03). */
    captcha: model.boolean().default(true),
    /** The sender gets a mail with the ticket's number. */
    confirm: model.boolean().default(true),
  })
  .indexes([{ on: ["handle"], unique: true, where: "deleted_at IS NULL" }])
