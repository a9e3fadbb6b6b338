import { z } from "@medusajs/framework/zod"
import { FIELD_KEY } from "../../../../modules/helpdesk/domain/custom-field"
import { FIELD_TYPES } from "../../../../modules/helpdesk/domain/field-answer"
import type { FormField, FormTexts } from "../../../../modules/helpdesk/domain/form"
import { id, shortText, type Deleted, type Paged } from "../contract"

const locale = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "A language is expected, like en or de-CH")
const optionalText = (most: number) => z.string().trim().max(most).optional()

const FieldText = z.strictObject({
  label: shortText,
  help: optionalText(500),
  placeholder: optionalText(255),
  choices: z.record(z.string().max(255), z.string().trim().max(255)).optional(),
})

const Field = z.strictObject({
  key: z
    .string()
    .regex(FIELD_KEY, "A key is lower case letters, digits and _, like order_number"),
  type: z.enum(FIELD_TYPES),
  required: z.boolean().default(false),
  choices: z.array(shortText).min(1).max(200).optional(),
  min: z.number().nullable().optional(),
  max: z.number().nullable().optional(),
  pattern: z.string().max(200).nullable().optional(),
  /** By language. */
  texts: z.record(locale, FieldText),
})

const Texts = z.record(
  locale,
  z.strictObject({
    title: shortText,
    intro: optionalText(5000),
    submit_label: optionalText(100),
    thanks: optionalText(2000),
    confirmation: optionalText(5000),
  })
)

const fields = {
  handle: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "A handle is like contact or spare-parts")
    .max(64),
  name: shortText,
  enabled: z.boolean(),
  department_id: id,
  classification_id: id.nullable(),
  /** One of `texts`, shown to who speaks none of them. */
  default_locale: locale,
  /** By language. */
  texts: Texts,
  fields: z.array(Field).min(1).max(50),
  /** Guests show that they are people. */
  captcha: z.boolean(),
  /** The sender gets a mail with the number. */
  confirm: z.boolean(),
}

export const CreateForm = z.strictObject(fields).partial().required({
  handle: true,
  name: true,
  department_id: true,
  texts: true,
  fields: true,
})
export type CreateForm = z.infer<typeof CreateForm>

export const UpdateForm = z.strictObject(fields).partial()
export type UpdateForm = z.infer<typeof UpdateForm>

export type Form = {
  id: string
  handle: string
  name: string
  enabled: boolean
  department_id: string
  classification_id: string | null
  default_locale: string
  texts: FormTexts
  fields: FormField[]
  captcha: boolean
  confirm: boolean
  created_at: string
  updated_at: string
}

export type FormResponse = { form: Form }
export type FormsResponse = { forms: Form[] } & Paged
export type FormDeleted = Deleted<"form">
