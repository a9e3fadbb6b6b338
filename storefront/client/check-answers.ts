import type { FieldAnswer, FieldAnswers, FormField } from "./types"

/** What a person has typed, before anything is made of it. */
export type FieldValue = string | string[] | boolean
export type FieldValues = Record<string, FieldValue>

/** Why a value cannot be sent; `limit` belongs to what is too little or too much. */
export type Complaint = {
  reason:
    | "required"
    | "consent"
    | "email"
    | "phone"
    | "number"
    | "date"
    | "pattern"
    | "too_small"
    | "too_large"
    | "too_short"
    | "too_long"
    | "too_few"
    | "too_many"
  limit?: number
}

/**
 * What a browser can say at once. The server decides; it only says the same later.
 * @returns complaints by the key of their field, in the order of the fields
 */
export function checkValues(
  fields: FormField[],
  values: FieldValues
): Map<string, Complaint> {
  const complaints = new Map<string, Complaint>()
  for (const field of fields) {
    const complaint = complaintOf(field, values[field.key])
    if (complaint) complaints.set(field.key, complaint)
  }
  return complaints
}

/** As the server wants them: numbers as numbers, nothing for what was left empty. */
export function answersOf(fields: FormField[], values: FieldValues): FieldAnswers {
  const answers: FieldAnswers = {}
  for (const field of fields) {
    const answer = answerOf(field, values[field.key])
    if (answer !== null) answers[field.key] = answer
  }
  return answers
}

function complaintOf(field: FormField, value: FieldValue | undefined): Complaint | null {
  if (isEmpty(value)) {
    if (!field.required) return null
    return { reason: field.type === "consent" ? "consent" : "required" }
  }
  if (typeof value === "string") return complaintAboutText(field, value.trim())
  return Array.isArray(value) ? complaintAboutMany(field, value) : null
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const PHONE = /^[+]?[\d\s()./-]{4,40}$/
const DATE = /^\d{4}-\d{2}-\d{2}$/

function complaintAboutText(field: FormField, text: string): Complaint | null {
  switch (field.type) {
    case "email":
      return EMAIL.test(text) ? null : { reason: "email" }
    case "phone":
      return PHONE.test(text) ? null : { reason: "phone" }
    case "date":
      return isDate(text) ? null : { reason: "date" }
    case "number":
      return complaintAboutNumber(field, text)
    case "text":
    case "long_text":
      return complaintAboutLength(field, text)
    default:
      return null
  }
}

function complaintAboutNumber({ min, max }: FormField, text: string): Complaint | null {
  const number = numberOf(text)
  if (number === null) return { reason: "number" }
  if (isSet(min) && number < min) return { reason: "too_small", limit: min }
  return isSet(max) && number > max ? { reason: "too_large", limit: max } : null
}

function complaintAboutLength(
  { min, max, pattern }: FormField,
  text: string
): Complaint | null {
  if (isSet(min) && text.length < min) return { reason: "too_short", limit: min }
  if (isSet(max) && text.length > max) return { reason: "too_long", limit: max }
  return pattern && !fits(pattern, text) ? { reason: "pattern" } : null
}

function complaintAboutMany({ min, max }: FormField, chosen: string[]): Complaint | null {
  if (isSet(min) && chosen.length < min) return { reason: "too_few", limit: min }
  return isSet(max) && chosen.length > max ? { reason: "too_many", limit: max } : null
}

function answerOf(field: FormField, value: FieldValue | undefined): FieldAnswer | null {
  // What was uploaded is not among the values.
  if (field.type === "file" || value === undefined || isEmpty(value)) return null
  if (typeof value !== "string") return value
  return field.type === "number" ? numberOf(value.trim()) : value.trim()
}

const isEmpty = (value: FieldValue | undefined) =>
  value === undefined ||
  value === false ||
  (typeof value === "string" ? !value.trim() : Array.isArray(value) && !value.length)

const isSet = (limit: number | null | undefined): limit is number =>
  limit !== null && limit !== undefined

/** With a comma too: half of Europe writes so. */
function numberOf(text: string): number | null {
  const number = Number(text.replace(",", "."))
  return text && Number.isFinite(number) ? number : null
}

const isDate = (text: string) => {
  const day = new Date(`${text}T00:00:00Z`)
  return DATE.test(text) && !isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** A pattern that this browser cannot read is left to the server. */
function fits(pattern: string, text: string) {
  try {
    return new RegExp(`^(?:${pattern})$`, "u").test(text)
  } catch {
    return true
  }
}
