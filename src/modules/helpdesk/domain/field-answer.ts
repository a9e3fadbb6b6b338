import type { FieldValue } from "./custom-field"

export const FIELD_TYPES = [
  "text",
  "long_text",
  "email",
  "phone",
  "number",
  "date",
  "choice",
  "multi_choice",
  "order",
  "product",
  "file",
  "consent",
] as const
export type FieldType = (typeof FIELD_TYPES)[number]

/** What a field asks, in one language. */
export type AskedField = {
  key: string
  type: FieldType
  label: string
  required: boolean
  choices?: string[]
  /** Of a number its value, of a text its length, of files and choices how many. */
  min?: number | null
  max?: number | null
  /** A regular expression for the whole text. */
  pattern?: string | null
}

/** An answer that was checked, or what is wrong with it in a sentence for who filled it in. */
export type Checked = { value: FieldValue | null } | { refused: string }

const EMAIL = /^[^\s@<>",;]{1,64}@[^\s@<>",;]{1,189}\.[^\s@<>",;.]{2,}$/u
const PHONE = /^[+]?[\d\s()./-]{4,40}$/
const DATE = /^\d{4}-\d{2}-\d{2}$/
const LONGEST = { text: 1000, long_text: 50_000, id: 200 }

/** Checks one answer. What was left empty is null. */
export function checkAnswer(field: AskedField, answer: unknown): Checked {
  if (isEmpty(answer)) {
    return field.required
      ? refused(field, field.type === "consent" ? "has to be agreed to" : "is missing")
      : { value: null }
  }
  switch (field.type) {
    case "number":
      return checkNumber(field, answer)
    case "consent":
      return typeof answer === "boolean"
        ? { value: answer }
        : refused(field, "is yes or no")
    case "multi_choice":
      return checkChoices(field, answer)
    case "file":
      return checkFiles(field, answer)
    default:
      return checkText(field, answer)
  }
}

const isEmpty = (answer: unknown) =>
  answer === undefined ||
  answer === null ||
  answer === false ||
  (typeof answer === "string" && !answer.trim()) ||
  (Array.isArray(answer) && !answer.length)

const refused = ({ label }: AskedField, what: string): Checked => ({
  refused: `"${label}" ${what}`,
})

function checkNumber(field: AskedField, answer: unknown): Checked {
  const number = typeof answer === "string" ? Number(answer.replace(",", ".")) : answer

  if (typeof number !== "number" || !Number.isFinite(number)) {
    return refused(field, "has to be a number")
  }
  if (isSet(field.min) && number < field.min) {
    return refused(field, `has to be at least ${field.min}`)
  }
  return isSet(field.max) && number > field.max
    ? refused(field, `has to be at most ${field.max}`)
    : { value: number }
}

function checkChoices(field: AskedField, answer: unknown): Checked {
  const chosen = Array.isArray(answer) ? [...new Set(answer)] : [answer]

  if (!chosen.every((one) => typeof one === "string" && field.choices?.includes(one))) {
    return refused(field, "has no such choice")
  }
  return countOf(field, chosen.length) ?? { value: chosen.map(String) }
}

function checkFiles(field: AskedField, answer: unknown): Checked {
  return Array.isArray(answer) && answer.every((one) => typeof one === "string")
    ? (countOf(field, answer.length) ?? { value: answer.map(String) })
    : refused(field, "takes the ids of uploaded files")
}

function countOf(field: AskedField, count: number): Checked | null {
  if (isSet(field.min) && count < field.min) {
    return refused(field, `needs at least ${field.min}`)
  }
  return isSet(field.max) && count > field.max
    ? refused(field, `takes at most ${field.max}`)
    : null
}

function checkText(field: AskedField, answer: unknown): Checked {
  if (typeof answer !== "string") {
    return refused(field, "has to be a text")
  }
  const text = field.type === "long_text" ? cleaned(answer) : oneLine(answer)

  switch (field.type) {
    case "email":
      return isEmail(text)
        ? { value: text.toLowerCase() }
        : refused(field, "is no e-mail address, like name@example.com")
    case "phone":
      return PHONE.test(text) ? { value: text } : refused(field, "is no telephone number")
    case "date":
      return isDate(text)
        ? { value: text }
        : refused(field, "is no date, like 2026-12-31")
    case "choice":
      return field.choices?.includes(text)
        ? { value: text }
        : refused(field, "has no such choice")
    case "order":
    case "product":
      return text.length <= LONGEST.id ? { value: text } : refused(field, "is too long")
    default:
      return checkLength(field, text)
  }
}

function checkLength(field: AskedField, text: string): Checked {
  const most = Math.min(
    field.max ?? Infinity,
    field.type === "text" ? LONGEST.text : LONGEST.long_text
  )
  if (text.length > most) {
    return refused(field, `has to be at most ${most} characters long`)
  }
  if (isSet(field.min) && text.length < field.min) {
    return refused(field, `has to be at least ${field.min} characters long`)
  }
  return field.pattern && !fits(field.pattern, text)
    ? refused(field, "does not have the form that is asked for")
    : { value: text }
}

const isSet = (limit: number | null | undefined): limit is number =>
  limit !== null && limit !== undefined

/** Without what a terminal, a log or a right-to-left trick would make of it. */
const cleaned = (text: string) =>
  text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{C}\n\t\u200d]/gu, "")
    .trim()

export const oneLine = (text: string) => cleaned(text).replace(/\s+/g, " ")
export const severalLines = cleaned

export const isEmail = (text: string) => text.length <= 254 && EMAIL.test(text)

function isDate(text: string) {
  const day = new Date(`${text}T00:00:00Z`)

  return (
    DATE.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
  )
}

/** Patterns a merchant may write: the rest could keep the server busy for hours. */
export const isSafePattern = (pattern: string): boolean => {
  if (
    pattern.length > 200 ||
    NESTED_REPETITION.test(pattern) ||
    /\\\d|\(\?/.test(pattern)
  ) {
    return false
  }
  try {
    return Boolean(new RegExp(`^(?:${pattern})$`, "u"))
  } catch {
    return false
  }
}

/** A repeated group may need exponential time; one thing after another only polynomial. */
const NESTED_REPETITION = /\)\s*[*+{]/

/** A text that is tested is short, so that no pattern takes long on it. */
const fits = (pattern: string, text: string) =>
  text.length <= LONGEST.text && new RegExp(`^(?:${pattern})$`, "u").test(text)
