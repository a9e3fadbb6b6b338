import type { FieldValue } from "../../client/check-answers"
import type { FormField } from "../../client/types"
import { useSupport } from "../support-provider"
import type { InputProps } from "./field-frame"
import { OrderSelect } from "./order-select"

type Props = {
  field: FormField
  input: InputProps
  value: FieldValue | undefined
  onChange(value: FieldValue): void
}

const TYPES: Record<string, { type: string; autoComplete?: string }> = {
  email: { type: "email", autoComplete: "email" },
  phone: { type: "tel", autoComplete: "tel" },
  date: { type: "date" },
}

/** The input of one field, but for files: see FilePicker. */
export function FieldInput(props: Props) {
  switch (props.field.type) {
    case "long_text":
      return <LongText {...props} />
    case "choice":
      return <Choice {...props} />
    case "multi_choice":
      return <ManyChoices {...props} />
    case "consent":
      return <Consent {...props} />
    case "order":
      return <OrderSelect {...props} />
    default:
      return <ShortText {...props} />
  }
}

const textOf = (value: FieldValue | undefined) => (typeof value === "string" ? value : "")

export function ShortText({ field, input, value, onChange }: Props) {
  return (
    <input
      {...input}
      {...(TYPES[field.type] ?? { type: "text" })}
      // Not of type number: that loses what it cannot read, and a wheel changes it.
      inputMode={field.type === "number" ? "decimal" : undefined}
      autoComplete={autoCompleteOf(field)}
      name={field.key}
      className="crm-input"
      placeholder={field.placeholder ?? undefined}
      value={textOf(value)}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}

const autoCompleteOf = ({ key, type }: FormField) =>
  TYPES[type]?.autoComplete ??
  (key === "name" ? "name" : key === "code" ? "one-time-code" : undefined)

function LongText({ field, input, value, onChange }: Props) {
  return (
    <textarea
      {...input}
      name={field.key}
      className="crm-input"
      rows={6}
      placeholder={field.placeholder ?? undefined}
      value={textOf(value)}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
}

function Choice({ field, input, value, onChange }: Props) {
  const { text } = useSupport()
  return (
    <select
      {...input}
      name={field.key}
      className="crm-input"
      value={textOf(value)}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    >
      <option value="">{text(field.required ? "form_choose" : "form_none")}</option>
      {(field.choices ?? []).map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}

function ManyChoices({ field, input, value, onChange }: Props) {
  const chosen = Array.isArray(value) ? value : []
  const toggle = (choice: string) =>
    chosen.includes(choice) ? chosen.filter((one) => one !== choice) : [...chosen, choice]

  return (field.choices ?? []).map((choice) => (
    <label className="crm-choice" key={choice.value}>
      <input
        type="checkbox"
        name={field.key}
        aria-describedby={input["aria-describedby"]}
        aria-invalid={input["aria-invalid"]}
        checked={chosen.includes(choice.value)}
        onChange={() => onChange(toggle(choice.value))}
      />{" "}
      {choice.label}
    </label>
  ))
}

function Consent({ field, input, value, onChange }: Props) {
  return (
    <input
      {...input}
      type="checkbox"
      name={field.key}
      checked={value === true}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
    />
  )
}
