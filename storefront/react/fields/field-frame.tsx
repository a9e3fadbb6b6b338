import { useId, type ReactNode } from "react"
import type { FormField } from "../../client/types"
import { useSupport } from "../support-provider"

/** What ties an input to its label, its help and what is wrong with it. */
export type InputProps = {
  id: string
  "aria-describedby": string | undefined
  "aria-invalid": true | undefined
  "aria-required": true | undefined
}

type Props = {
  field: FormField
  error: string | null
  children: (input: InputProps) => ReactNode
}

const isGroup = ({ type }: FormField) => type === "multi_choice"
const isTicked = ({ type }: FormField) => type === "consent"

/** A field with its label above, or behind where it is ticked. */
export function FieldFrame({ field, error, children }: Props) {
  const id = useId()
  const described = [
    field.help ? `${id}-help` : null,
    error ? `${id}-error` : null,
  ].filter(Boolean)
  const input = children({
    id,
    "aria-describedby": described.join(" ") || undefined,
    "aria-invalid": error ? true : undefined,
    // A ticked group has no such property.
    "aria-required": field.required && !isGroup(field) ? true : undefined,
  })
  const below = <Below id={id} help={field.help} error={error} />

  if (isGroup(field)) {
    return (
      <fieldset className="crm-field" data-type={field.type}>
        <legend className="crm-label">
          <LabelText field={field} />
        </legend>
        {input}
        {below}
      </fieldset>
    )
  }
  const label = (
    <label className="crm-label" htmlFor={id}>
      <LabelText field={field} />
    </label>
  )
  return (
    <div className="crm-field" data-type={field.type}>
      {isTicked(field) ? null : label}
      {input}
      {isTicked(field) ? label : null}
      {below}
    </div>
  )
}

function LabelText({ field }: { field: FormField }) {
  const { text } = useSupport()
  return (
    <>
      {field.label}
      {!field.required && <span className="crm-optional"> {text("optional")}</span>}
    </>
  )
}

function Below({
  id,
  help,
  error,
}: {
  id: string
  help?: string | null
  error: string | null
}) {
  return (
    <>
      {help && (
        <p className="crm-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error && (
        <p className="crm-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  )
}
