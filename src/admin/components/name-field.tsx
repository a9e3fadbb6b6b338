import { Input } from "@medusajs/ui"
import { Field, type FieldProps } from "./field"

type NameFieldProps = Pick<FieldProps, "label" | "hint"> & {
  value: string
  onChange: (name: string) => void
}

/** What a record is called: the first field of its form, and never empty. */
export const NameField = ({ label, hint, value, onChange }: NameFieldProps) => (
  <Field label={label} hint={hint}>
    {(control) => (
      <Input
        {...control}
        autoFocus
        aria-required
        maxLength={255}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    )}
  </Field>
)
