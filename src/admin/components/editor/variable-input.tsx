import { Variable } from "@medusajs/icons"
import { IconButton, Input } from "@medusajs/ui"
import { useRef, useState, type ComponentPropsWithoutRef } from "react"
import { useTranslation } from "react-i18next"
import { placeholderOf, type KnownVariables } from "../../lib/variable-marks"
import { ALL_VARIABLES } from "./use-known-variables"
import { VariablePicker } from "./variable-picker"

type VariableInputProps = Omit<
  ComponentPropsWithoutRef<typeof Input>,
  "value" | "onChange" | "size"
> & {
  value: string
  onChange: (value: string) => void
  known?: KnownVariables
}

/** One line that may contain variables, a subject for example (C-57). */
export const VariableInput = ({
  value,
  onChange,
  known = ALL_VARIABLES,
  ...input
}: VariableInputProps) => {
  const { t } = useTranslation("crmDesk")
  const line = useRef<HTMLInputElement>(null)
  const [isPicking, setIsPicking] = useState(false)
  const insert = (name: string) => {
    const { selectionStart, selectionEnd } = line.current ?? {}
    const from = selectionStart ?? value.length

    setIsPicking(false)
    onChange(
      `${value.slice(0, from)}${placeholderOf(name)}${value.slice(selectionEnd ?? from)}`
    )
    line.current?.focus()
  }

  return (
    <div className="flex flex-col gap-y-2">
      <div className="flex items-center gap-x-2">
        <div className="min-w-0 flex-1">
          <Input
            {...input}
            ref={line}
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
        </div>
        <IconButton
          type="button"
          variant="transparent"
          aria-label={t("variables.insert")}
          aria-expanded={isPicking}
          onClick={() => setIsPicking((open) => !open)}
        >
          <Variable />
        </IconButton>
      </div>
      {isPicking && (
        <VariablePicker
          known={known}
          onPick={insert}
          onClose={() => {
            setIsPicking(false)
            line.current?.focus()
          }}
        />
      )}
    </div>
  )
}
