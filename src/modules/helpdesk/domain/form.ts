import { valueText, type FieldValue, type FieldValues } from "./custom-field"
import { checkAnswer, isSafePattern, oneLine, type FieldType } from "./field-answer"
import { cutText } from "../../../cut-text"

/** By language, BCP 47. */
export type FormTexts = Record<
  string,
  {
    title: string
    intro?: string
    submit_label?: string
    /** What stands there after it was sent. */
    thanks?: string
    /** The text of the mail that confirms it. */
    confirmation?: string
  }
>

export type FormFieldText = {
  label: string
  help?: string
  placeholder?: string
  /** Names of the choices by their values; a value without one is its own name. */
  choices?: Record<string, string>
}

/** A field as the merchant built it. A declared field with the same key gives it its type and choices. */
export type FormField = {
  key: string
  type: FieldType
  required: boolean
  choices?: string[]
  min?: number | null
  max?: number | null
  pattern?: string | null
  texts: Record<string, FormFieldText>
}

/** What a form sends back of one field, in one language. */
export type LocalField = Omit<FormField, "texts" | "choices"> & {
  label: string
  help: string | null
  placeholder: string | null
  choices?: { value: string; label: string }[]
}

export type Definition = {
  texts: FormTexts
  fields: FormField[]
  /** Shown to who speaks none of the form's languages. */
  default_locale: string
}

/** The language of a form that fits best: itself, its language without a region, or the default. */
export function formLocale(
  { texts, default_locale }: Pick<Definition, "texts" | "default_locale">,
  wanted: string | null | undefined
): string {
  const known = Object.keys(texts)
  const same = (locale: string) =>
    known.find((one) => one.toLowerCase() === locale.toLowerCase())
  const language = wanted?.split(/[-_]/)[0] ?? ""

  return (
    (wanted && same(wanted.replace("_", "-"))) ||
    same(language) ||
    known.find((one) => one.split("-")[0].toLowerCase() === language.toLowerCase()) ||
    default_locale
  )
}

/** A field in one language; what is not said in it is said in the form's default one. */
export function localField(
  field: FormField,
  locale: string,
  defaultLocale: string
): LocalField {
  const { texts, choices, ...rest } = field
  const text = texts[locale] ?? texts[defaultLocale]

  return {
    ...rest,
    label: text.label,
    help: text.help ?? null,
    placeholder: text.placeholder ?? null,
    ...(choices && {
      choices: choices.map((value) => ({ value, label: text.choices?.[value] ?? value })),
    }),
  }
}

/** What is wrong with a form, in a sentence for the merchant; null when nothing is. */
export function formProblem({
  texts,
  fields,
  default_locale,
}: Definition): string | null {
  const keys = fields.map(({ key }) => key)
  const twice = keys.find((key, index) => keys.indexOf(key) !== index)

  if (!texts[default_locale]) {
    return `A form needs a title in "${default_locale}", its default language`
  }
  if (twice) {
    return `Two fields have the key "${twice}". Give one of them another`
  }
  if (!fields.some(({ type, required }) => type === "email" && required)) {
    return "A form needs a required field of the type e-mail: nobody could be answered without it"
  }
  return fields.map((field) => fieldProblem(field, default_locale)).find(Boolean) ?? null
}

function fieldProblem(field: FormField, locale: string): string | null {
  const name = `Field "${field.key}"`

  if (!field.texts[locale]?.label) {
    return `${name} needs a label in "${locale}", the form's default language`
  }
  if (
    (field.type === "choice" || field.type === "multi_choice") &&
    !field.choices?.length
  ) {
    return `${name} needs choices`
  }
  if (field.pattern && !isSafePattern(field.pattern)) {
    return `${name} has a pattern that cannot be used. Write a short regular expression without repeated groups, look-around or back references`
  }
  return typeof field.min === "number" &&
    typeof field.max === "number" &&
    field.min > field.max
    ? `${name} asks for at least ${field.min} and at most ${field.max}`
    : null
}

/** What somebody filled in, checked and ready to become a ticket. */
export type FilledForm = {
  email: string
  name: string
  subject: string
  body: string
  values: FieldValues
  /** Ids of uploaded files. */
  files: string[]
  /** What was given as an order: an id or a number. */
  order: string | null
  answers: { key: string; label: string; value: FieldValue }[]
}

export type FormOutcome = FilledForm | { refused: string }

/**
 * Checks what was filled in, all of it: nothing unknown is taken along.
 * @param uploads ids of files that came beside the fields
 */
export function fillForm(
  definition: Definition,
  locale: string,
  given: Record<string, unknown>,
  uploads: string[]
): FormOutcome {
  const unknown = Object.keys(given).find(
    (key) => !definition.fields.some((field) => field.key === key)
  )
  if (unknown !== undefined) {
    return { refused: `This form has no field "${oneLine(unknown).slice(0, 60)}"` }
  }
  const filled: FilledForm["answers"] = []
  const values: FieldValues = {}
  const problems: string[] = []
  const firstFile = definition.fields.find(({ type }) => type === "file")
  let files: string[] = []

  for (const field of definition.fields) {
    const { label, choices } = localField(field, locale, definition.default_locale)
    const answer =
      field === firstFile ? filesOf(given[field.key], uploads) : given[field.key]
    const checked = checkAnswer({ ...field, label }, answer)

    if ("refused" in checked) {
      problems.push(checked.refused)
    } else if (checked.value !== null && field.type === "file") {
      files = [...files, ...(Array.isArray(checked.value) ? checked.value : [])]
    } else if (checked.value !== null) {
      values[field.key] = { label, type: field.type, value: checked.value }
      filled.push({ key: field.key, label, value: named(checked.value, choices) })
    }
  }
  if (!firstFile && uploads.length) {
    problems.push("This form takes no files")
  }
  return problems.length
    ? { refused: `${problems.join(". ")}.` }
    : ticketOf(definition, locale, { filled, values, files })
}

const filesOf = (given: unknown, uploads: string[]): unknown =>
  given === undefined || given === null
    ? uploads
    : Array.isArray(given)
      ? [...new Set([...given, ...uploads])]
      : given

/** Choices as the person read them. */
function named(value: FieldValue, choices: LocalField["choices"]): FieldValue {
  const label = (one: string) =>
    choices?.find((choice) => choice.value === one)?.label ?? one

  if (Array.isArray(value)) {
    return value.map(label)
  }
  return typeof value === "string" ? label(value) : value
}

function ticketOf(
  { texts, fields }: Definition,
  locale: string,
  {
    filled,
    values,
    files,
  }: Pick<FilledForm, "values" | "files"> & {
    filled: FilledForm["answers"]
  }
): FilledForm {
  const ofType = (type: FieldType) => {
    const field = fields.find((one) => one.type === type && one.key in values)

    return field ? String(values[field.key].value) : null
  }
  const text = (key: string) => {
    const value = values[key]?.value

    return typeof value === "string" ? value : ""
  }
  return {
    email: ofType("email") ?? "",
    name: cutText(oneLine(text("name")), 255),
    subject: cutText(oneLine(text("subject")) || (texts[locale]?.title ?? ""), 255),
    body: bodyOf(fields, filled),
    values,
    files,
    order: ofType("order"),
    answers: filled,
  }
}

/** What an agent reads: short answers first, a line each, then what is long. */
function bodyOf(fields: FormField[], filled: FilledForm["answers"]): string {
  const isLong = ({ key }: { key: string }) =>
    fields.find((field) => field.key === key)?.type === "long_text"
  const short = filled
    .filter((answer) => !isLong(answer) && answer.key !== "subject")
    .map(({ label, value }) => `${label}: ${valueText(value)}`)
  const long = filled.filter(isLong)
  const paragraphs =
    long.length === 1
      ? [String(long[0].value)]
      : long.map(({ label, value }) => `${label}:\n${valueText(value)}`)

  return [...paragraphs, short.join("\n")].filter(Boolean).join("\n\n")
}
