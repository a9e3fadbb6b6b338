import { Button, Input, Popover, Text } from "@medusajs/ui"
import { useState, type FormEvent, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { laterTimes, localInputValue, momentOf } from "../lib/later-times"
import { absoluteTime } from "../lib/relative-time"
import { Field } from "./field"

type LaterMenuProps = {
  /** A button. */
  trigger: ReactNode
  label: string
  onChoose: (moment: string) => void
  /** Offered first, e.g. the time that a customer's mail cut short. */
  suggestion?: { label: string; at: string } | null
}

/** When: the usual times, and one's own. */
export const LaterMenu = ({ trigger, label, onChoose, suggestion }: LaterMenuProps) => {
  const { t, i18n } = useTranslation("crmDesk")
  const [isOpen, setIsOpen] = useState(false)
  const choose = (moment: string) => {
    setIsOpen(false)
    onChoose(moment)
  }
  const times = [
    ...(suggestion ? [suggestion] : []),
    ...laterTimes(new Date()).map(({ key, at }) => ({
      label: t(`later.${key}`),
      at: at.toISOString(),
    })),
  ]

  return (
    <Popover open={isOpen} onOpenChange={setIsOpen}>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Content aria-label={label} align="end" className="w-72 p-0">
        <ul className="flex flex-col p-1">
          {times.map(({ label: name, at }) => (
            <li key={`${name}${at}`}>
              <button
                type="button"
                onClick={() => choose(at)}
                className="hover:bg-ui-bg-base-hover focus-visible:bg-ui-bg-base-hover flex w-full items-baseline justify-between gap-x-4 rounded-md px-2 py-1.5 text-start outline-none"
              >
                <Text size="small" as="span">
                  {name}
                </Text>
                <Text size="xsmall" as="span" className="text-ui-fg-muted text-end">
                  {absoluteTime(at, i18n.language)}
                </Text>
              </button>
            </li>
          ))}
        </ul>
        {isOpen && <OwnTime onChoose={choose} />}
      </Popover.Content>
    </Popover>
  )
}

const OwnTime = ({ onChoose }: { onChoose: (moment: string) => void }) => {
  const { t } = useTranslation("crmDesk")
  const [value, setValue] = useState("")
  const moment = momentOf(value)

  const choose = (event: FormEvent) => {
    event.preventDefault()
    // A form inside a form: the reply must not be sent by it.
    event.stopPropagation()
    if (moment) {
      onChoose(moment)
    }
  }

  return (
    <form onSubmit={choose} className="flex flex-col gap-y-2 border-t p-3">
      <Field label={t("later.own")}>
        {(control) => (
          <Input
            {...control}
            type="datetime-local"
            size="small"
            min={localInputValue(new Date())}
            value={value}
            onChange={({ target }) => setValue(target.value)}
          />
        )}
      </Field>
      <Button size="small" type="submit" variant="secondary" disabled={!moment}>
        {t("later.choose")}
      </Button>
    </form>
  )
}
