import { clx, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import {
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type PropsWithChildren,
  type SyntheticEvent,
} from "react"
import { useTranslation } from "react-i18next"
import {
  matchingColleagues,
  mentionBefore,
  withMention,
  type MentionQuery,
} from "../../../../../lib/mention-query"
import { colleaguesQuery, type Colleague } from "../../../../../queries/colleagues"

const MOST = 6

type MentionPickerProps = PropsWithChildren<{
  value: string
  onChange: (text: string) => void
}>

/**
 * Offers colleagues below the text area inside it, as soon as "@" is typed there (M-08). Arrows choose,
 * Enter or Tab takes, Escape closes.
 */
export const MentionPicker = ({ value, onChange, children }: MentionPickerProps) => {
  const { t } = useTranslation("crmDesk")
  const listId = useId()
  const area = useRef<HTMLTextAreaElement | null>(null)
  const [query, setQuery] = useState<MentionQuery | null>(null)
  const [active, setActive] = useState(0)
  const { data: colleagues = [] } = useQuery({
    ...colleaguesQuery,
    enabled: query !== null,
  })
  const offered = query ? matchingColleagues(colleagues, query.query).slice(0, MOST) : []

  const look = ({ target }: SyntheticEvent) => {
    if (target instanceof HTMLTextAreaElement) {
      area.current = target
      setQuery(mentionBefore(target.value, target.selectionStart))
      setActive(0)
    }
  }
  const take = ({ name }: Colleague) => {
    if (!query || !area.current) {
      return
    }
    const next = withMention(value, area.current.selectionStart, query, name)

    onChange(next.text)
    setQuery(null)
    // After the text area has its new value, or the cursor would jump to its end.
    requestAnimationFrame(() => {
      area.current?.focus()
      area.current?.setSelectionRange(next.cursor, next.cursor)
    })
  }
  const steer = (event: KeyboardEvent) => {
    const { length } = offered
    const keys: Record<string, () => void> = {
      ArrowDown: () => setActive((active + 1) % length),
      ArrowUp: () => setActive((active + length - 1) % length),
      Enter: () => take(offered[active]),
      Tab: () => take(offered[active]),
      Escape: () => setQuery(null),
    }
    const act = keys[event.key]

    if (length && act && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      event.stopPropagation()
      act()
    }
  }

  return (
    <div
      className="relative"
      onInput={look}
      onClick={look}
      onKeyDownCapture={steer}
      onBlur={() => setQuery(null)}
    >
      {children}
      {offered.length > 0 && (
        <ul
          id={listId}
          role="listbox"
          aria-label={t("mention.label")}
          className="bg-ui-bg-component shadow-elevation-flyout absolute z-10 mt-1 flex w-72 max-w-full flex-col rounded-lg p-1"
        >
          {offered.map((colleague, index) => (
            <li
              key={colleague.id}
              role="option"
              aria-selected={index === active}
              // Before the text area loses the focus, and the list with it.
              onMouseDown={(event) => {
                event.preventDefault()
                take(colleague)
              }}
              className={clx("cursor-pointer rounded-md px-2 py-1.5", {
                "bg-ui-bg-component-hover": index === active,
              })}
            >
              <Text size="small">{colleague.name}</Text>
              <Text size="xsmall" className="text-ui-fg-muted">
                {colleague.email}
              </Text>
            </li>
          ))}
        </ul>
      )}
      <span role="status" className="sr-only">
        {offered[active] && t("mention.offered", { name: offered[active].name })}
      </span>
    </div>
  )
}
