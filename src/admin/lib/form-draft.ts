import type { CreateForm, Form } from "../../api/admin/crm/forms/contract"
import type { FieldType } from "../../modules/helpdesk/domain/field-answer"
import type { FormField, FormTexts } from "../../modules/helpdesk/domain/form"
import { keyFrom, linesOf } from "./field-key"

/** A form while it is being built. Choices are edited as lines, in the default language. */
export type FormDraft = Omit<CreateForm, "fields" | "texts"> & {
  default_locale: string
  enabled: boolean
  captcha: boolean
  confirm: boolean
  classification_id: string | null
  texts: FormTexts
  fields: DraftField[]
}
export type DraftField = FormField & {
  /** Which row it is, while its key may still change. */
  row: number
  /** It was saved before: its key does not follow its label any more. */
  isSaved: boolean
}

let rows = 0

export function draftOf(form: Form | undefined, departmentId: string): FormDraft {
  return form
    ? {
        ...form,
        fields: form.fields.map((field) => ({ ...field, row: ++rows, isSaved: true })),
      }
    : {
        handle: "",
        name: "",
        enabled: true,
        captcha: true,
        confirm: true,
        department_id: departmentId,
        classification_id: null,
        default_locale: "en",
        texts: { en: { title: "" } },
        fields: [
          fieldOf("name", "text", "Your name"),
          fieldOf("email", "email", "E-mail", true),
          fieldOf("message", "long_text", "Your message", true),
        ],
      }
}

const fieldOf = (
  key: string,
  type: FieldType,
  label: string,
  required = false
): DraftField => ({
  row: ++rows,
  isSaved: false,
  key,
  type,
  required,
  texts: { en: { label } },
})

export const newField = (locale: string): DraftField => ({
  row: ++rows,
  isSaved: false,
  key: "",
  type: "text",
  required: false,
  texts: { [locale]: { label: "" } },
})

/** The key a field is saved under: its own, or one made of its label. */
export const keyOf = ({ key, texts }: DraftField, defaultLocale: string): string =>
  key || keyFrom(texts[defaultLocale]?.label ?? "")

export const moved = (fields: DraftField[], row: number, by: 1 | -1): DraftField[] => {
  const from = fields.findIndex((field) => field.row === row)
  const to = from + by

  if (from < 0 || to < 0 || to >= fields.length) {
    return fields
  }
  const next = [...fields]
  ;[next[from], next[to]] = [next[to], next[from]]
  return next
}

/** What the server is sent: without what is empty, and without languages that say nothing. */
export function formBody(draft: FormDraft): CreateForm {
  const { default_locale, fields, texts } = draft

  return {
    handle: draft.handle || keyFrom(draft.name).replaceAll("_", "-"),
    name: draft.name.trim(),
    enabled: draft.enabled,
    captcha: draft.captcha,
    confirm: draft.confirm,
    department_id: draft.department_id,
    classification_id: draft.classification_id,
    default_locale,
    texts: Object.fromEntries(
      Object.entries(texts).flatMap(([locale, text]) =>
        text.title.trim() ? [[locale, filled(text)]] : []
      )
    ),
    fields: fields.map((field) => ({
      key: keyOf(field, default_locale),
      type: field.type,
      required: field.required,
      ...(field.choices?.length ? { choices: field.choices } : {}),
      ...(typeof field.min === "number" ? { min: field.min } : {}),
      ...(typeof field.max === "number" ? { max: field.max } : {}),
      ...(field.pattern ? { pattern: field.pattern } : {}),
      texts: Object.fromEntries(
        Object.entries(field.texts).flatMap(([locale, text]) =>
          text.label.trim() ? [[locale, filled(text)]] : []
        )
      ),
    })),
  }
}

export const withChoices = (field: DraftField, lines: string): DraftField => ({
  ...field,
  choices: linesOf(lines),
})

/** The optional ones that are empty are left out. */
const filled = <Text extends object>(text: Text): Text => {
  const copy = { ...text }

  for (const name of Object.keys(copy)) {
    const value: unknown = Reflect.get(copy, name)

    if (typeof value === "string" && !value.trim()) {
      Reflect.deleteProperty(copy, name)
    }
  }
  return copy
}
