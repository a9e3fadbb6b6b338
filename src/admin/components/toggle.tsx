import { Label, Switch } from "@medusajs/ui"
import { useId } from "react"

type ToggleProps = {
  label: string
  hint?: string
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
}

export const Toggle = ({ label, hint, checked, onChange, disabled }: ToggleProps) => {
  const id = useId()

  return (
    <div className="flex items-start gap-x-3">
      <Switch
        id={id}
        size="small"
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-0.5 shrink-0"
      />
      <div className="flex min-w-0 flex-col">
        <Label htmlFor={id} size="small" weight="plus">
          {label}
        </Label>
        {hint && (
          <span id={`${id}-hint`} className="txt-small text-ui-fg-subtle">
            {hint}
          </span>
        )}
      </div>
    </div>
  )
}
