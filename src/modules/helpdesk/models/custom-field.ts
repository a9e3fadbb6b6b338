import { model } from "@medusajs/framework/utils"
import { CUSTOM_FIELD_TYPES, type FieldTexts } from "../domain/custom-field"

/** A field that a merchant gives tickets, declared once (B-17, B-28, C-61). */
export const CrmCustomField = model
  .define("crm_custom_field", {
    id: model.id({ prefix: "crmfld" }).primaryKey(),
    /** What programs and variables call it: `{{field.<key>}}`. Does not change. */
    key: model.text(),
    type: model.enum([...CUSTOM_FIELD_TYPES]),
    label: model.text().searchable(),
    /** Of a choice: what may be chosen, in order. */
    choices: model.json<string[]>(),
    /** Label and choices in other languages. */
    texts: model.json<FieldTexts>(),
    /** Shoppers may fill it in when they open a request. */
    visible_in_store: model.boolean().default(false),
    position: model.number().default(0),
  })
  .indexes([{ on: ["key"], unique: true, where: "deleted_at IS NULL" }])
