import type { FieldType } from "./field-answer"

/** Types of fields on tickets. What else a form may ask belongs to the form alone. */
export const CUSTOM_FIELD_TYPES = [
  "text",
  "long_text",
  "number",
  "date",
  "choice",
  "multi_choice",
  "consent",
] as const satisfies readonly FieldType[]
export type CustomFieldType = (typeof CUSTOM_FIELD_TYPES)[number]

/** By language, BCP 47: what the field and its choices are called there. */
export type FieldTexts = Record<
  string,
  { label?: string; choices?: Record<string, string> }
>

export type FieldValue = string | number | boolean | string[]

/** As a ticket keeps it: labelled and typed, so that it reads on when the field is gone. */
export type LabelledValue = { label: string; type: FieldType; value: FieldValue }
export type FieldValues = Record<string, LabelledValue>

/** What keys look like: a program's name for it, and part of a variable's. */
export const FIELD_KEY = /^[a-z][a-z0-9_]{0,39}$/

/** A value as people read it. */
export const valueText = (value: FieldValue): string => {
  if (Array.isArray(value)) {
    return value.join(", ")
  }
  return value === true ? "✓" : value === false ? "–" : String(value)
}
