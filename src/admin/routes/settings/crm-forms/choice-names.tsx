import { Input } from "@medusajs/ui"
import { Field } from "../../../components/field"

type ChoiceNamesProps = {
  choices: string[]
  names: Record<string, string>
  onChange: (names: Record<string, string>) => void
}

/** What choices are called in another language; without a name they keep their own. */
export const ChoiceNames = ({ choices, names, onChange }: ChoiceNamesProps) => (
  <div className="grid gap-4 sm:grid-cols-2">
    {choices.map((choice) => (
      <Field key={choice} label={choice} optional>
        {(control) => (
          <Input
            {...control}
            maxLength={255}
            value={names[choice] ?? ""}
            onChange={({ target }) => onChange({ ...names, [choice]: target.value })}
          />
        )}
      </Field>
    ))}
  </div>
)
