import { clx, Input, Text } from "@medusajs/ui"
import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react"
import { useTranslation } from "react-i18next"

export type Pick = { key: string; label: string; group?: string; hint?: string }

type PickerProps = {
  label: string
  placeholder: string
  picks: Pick[]
  isLoading?: boolean
  /** What is shown was found by other words than those that are typed by now. */
  isBehind?: boolean
  empty: string
  onSearch: (q: string) => void
  onPick: (key: string) => void
  /** Also after Escape; the letter that opened it, when it is to be written after all. */
  onClose: (written?: string) => void
}

/** One of many, found by typing: arrows, Enter, Escape. */
export const Picker = ({
  label,
  placeholder,
  picks,
  isLoading,
  isBehind = false,
  empty,
  onSearch,
  onPick,
  onClose,
}: PickerProps) => {
  const { t } = useTranslation("crmDesk")
  const id = useId()
  const [q, setQ] = useState("")
  const [at, setAt] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const active = Math.min(at, picks.length - 1)
  const [isEntered, setIsEntered] = useState(false)

  // Enter is for what was typed, also when it was typed faster than it is found.
  useEffect(() => {
    if (isEntered && !isBehind) {
      setIsEntered(false)
      if (picks[0]) onPick(picks[0].key)
    }
  }, [isEntered, isBehind])

  useEffect(() => {
    list.current
      ?.querySelector("[aria-selected=true]")
      ?.scrollIntoView({ block: "nearest" })
  }, [active])

  const search = (text: string) => {
    setQ(text)
    setAt(0)
    onSearch(text)
  }
  const keys: Record<string, () => void> = {
    ArrowDown: () => setAt(Math.min(active + 1, picks.length - 1)),
    ArrowUp: () => setAt(Math.max(active - 1, 0)),
    Enter: () =>
      isBehind ? setIsEntered(true) : picks[active] && onPick(picks[active].key),
    Escape: () => onClose(),
    Tab: () => onClose(),
    ...(q === "" ? { "/": () => onClose("/") } : {}),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key]

    if (act) {
      event.preventDefault()
      event.stopPropagation()
      act()
    }
  }

  return (
    <div
      role="dialog"
      aria-label={label}
      className="bg-ui-bg-component shadow-elevation-flyout flex flex-col gap-y-2 rounded-lg p-2"
    >
      <Input
        autoFocus
        size="small"
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={picks[active] ? `${id}-${active}` : undefined}
        aria-label={label}
        placeholder={placeholder}
        value={q}
        onChange={({ target }) => search(target.value)}
        onKeyDown={onKeyDown}
      />
      <ul
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        className="flex max-h-64 flex-col overflow-y-auto"
      >
        {picks.map(({ key, label: text, group, hint }, index) => (
          <li
            key={key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onMouseEnter={() => setAt(index)}
            onMouseDown={(event) => {
              event.preventDefault()
              onPick(key)
            }}
            className={clx("cursor-pointer rounded px-2 py-1.5", {
              "bg-ui-bg-component-hover": index === active,
            })}
          >
            <span className="flex items-baseline gap-x-2">
              <span className="txt-compact-small-plus min-w-0 [overflow-wrap:anywhere]">
                {text}
              </span>
              {group && (
                <span className="txt-compact-xsmall text-ui-fg-muted shrink-0">
                  {group}
                </span>
              )}
            </span>
            {hint && (
              <span className="txt-compact-xsmall text-ui-fg-subtle line-clamp-1">
                {hint}
              </span>
            )}
          </li>
        ))}
      </ul>
      {!picks.length && (
        <Text size="small" className="text-ui-fg-subtle px-2 pb-1" aria-live="polite">
          {isLoading ? t("general.loading") : empty}
        </Text>
      )}
    </div>
  )
}
