import { Select } from "@medusajs/ui"
import type { ComponentPropsWithoutRef } from "react"
import type { Option } from "../lib/statuses"

type ChoiceProps = Omit<
  ComponentPropsWithoutRef<typeof Select.Trigger>,
  "value" | "onChange" | "children"
> & {
  value: string
  options: Option[]
  onChange: (value: string) => void
  placeholder?: string
  size?: "base" | "small"
}

/** One of a few. The value in force is offered even before the options are known. */
export const Choice = ({
  value,
  options,
  onChange,
  placeholder,
  size,
  disabled,
  ...trigger
}: ChoiceProps) => (
  // An empty value is what the select reports while its options change under it.
  <Select
    value={value}
    onValueChange={(next) => next && onChange(next)}
    size={size}
    disabled={disabled}
  >
    <Select.Trigger {...trigger}>
      <Select.Value placeholder={placeholder} />
    </Select.Trigger>
    <Select.Content>
      {options.map((option) => (
        <Select.Item key={option.value} value={option.value}>
          {option.label}
        </Select.Item>
      ))}
    </Select.Content>
  </Select>
)
