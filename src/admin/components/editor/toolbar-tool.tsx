import { clx, Tooltip } from "@medusajs/ui"
import type { ReactNode } from "react"

type ToolProps = {
  label: string
  isOn?: boolean
  onClick: () => void
  children: ReactNode
}

export const Tool = ({ label, isOn, onClick, children }: ToolProps) => (
  <Tooltip content={label}>
    <button
      type="button"
      aria-label={label}
      aria-pressed={isOn}
      // The selection in the text must survive the click.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
      className={clx(
        "text-ui-fg-subtle hover:bg-ui-bg-base-hover focus-visible:shadow-borders-focus txt-compact-small flex h-7 min-w-7 items-center justify-center gap-x-1 rounded px-1.5 outline-none",
        { "bg-ui-bg-base-pressed text-ui-fg-base": isOn }
      )}
    >
      {children}
    </button>
  </Tooltip>
)
