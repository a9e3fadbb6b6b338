import { Hint, Label } from "@medusajs/ui"
import { useId, type ReactNode } from "react"
import { useTranslation } from "react-i18next"

export type FieldProps = {
  label: string
  hint?: ReactNode
  error?: string
  optional?: boolean
  className?: string
  /** The control, told which label and hint belong to it. */
  children: (control: FieldControl) => ReactNode
}
export type FieldControl = {
  id: string
  "aria-describedby"?: string
  "aria-invalid"?: boolean
}

export const Field = ({
  label,
  hint,
  error,
  optional,
  className,
  children,
}: FieldProps) => {
  const { t } = useTranslation("crmDesk")
  const id = useId()
  const describedBy = hint || error ? `${id}-hint` : undefined

  return (
    <div className={className ?? "flex min-w-0 flex-col gap-y-2"}>
      <Label htmlFor={id} size="small" weight="plus">
        {label}
        {optional && (
          <span className="text-ui-fg-muted txt-compact-small ms-1">
            ({t("general.optional")})
          </span>
        )}
      </Label>
      {children({
        id,
        "aria-describedby": describedBy,
        "aria-invalid": error ? true : undefined,
      })}
      {describedBy && (
        <Hint id={describedBy} variant={error ? "error" : "info"}>
          {error ?? hint}
        </Hint>
      )}
    </div>
  )
}
