import { z } from "@medusajs/framework/zod"
import {
  CUSTOM_FIELD_TYPES,
  FIELD_KEY,
  type CustomFieldType,
  type FieldTexts,
} from "../../../../modules/helpdesk/domain/custom-field"
import { shortText, type Deleted, type Paged } from "../contract"

const fields = {
  label: shortText,
  /** Of a choice: what may be chosen. */
  choices: z.array(shortText).max(200),
  /** Label and choices in other languages. */
  texts: z.record(
    z.string().max(35),
    z.strictObject({
      label: shortText.optional(),
      choices: z.record(z.string().max(255), z.string().trim().max(255)).optional(),
    })
  ),
  /** Shoppers may fill it in when they open a request. */
  visible_in_store: z.boolean(),
  position: z.number().int().min(0).max(10_000),
}

/** Key and type do not change any more: tickets have values of them. */
export const CreateCustomField = z
  .strictObject({
    key: z
      .string()
      .regex(FIELD_KEY, "A key is lower case letters, digits and _, like serial_number"),
    type: z.enum(CUSTOM_FIELD_TYPES),
    ...fields,
  })
  .partial()
  .required({ key: true, type: true, label: true })
export type CreateCustomField = z.infer<typeof CreateCustomField>

export const UpdateCustomField = z.strictObject(fields).partial()
export type UpdateCustomField = z.infer<typeof UpdateCustomField>

export type CustomField = {
  id: string
  key: string
  type: CustomFieldType
  label: string
  choices: string[]
  texts: FieldTexts
  visible_in_store: boolean
  position: number
  created_at: string
  updated_at: string
}

export type CustomFieldResponse = { custom_field: CustomField }
export type CustomFieldsResponse = { custom_fields: CustomField[] } & Paged
export type CustomFieldDeleted = Deleted<"custom_field">
