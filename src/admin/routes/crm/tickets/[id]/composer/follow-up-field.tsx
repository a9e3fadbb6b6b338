import { CalendarMini, XMarkMini } from "@medusajs/icons"
import { Button, IconButton, Input } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { ColleagueChoice } from "../../../../../components/colleague-choice"
import { Field } from "../../../../../components/field"
import { laterTimes, localInputValue, momentOf } from "../../../../../lib/later-times"
import type { FollowUpDraft } from "../../../../../lib/more-of-post"

type FollowUpFieldProps = {
  value: FollowUpDraft | undefined
  /** Undefined until there is something to do, and again when it is taken out. */
  onChange: (followUp: FollowUpDraft | undefined) => void
}

/** "Add follow-up": what is to be done after this post, until when, and by whom (V-76). */
export const FollowUpField = ({ value, onChange }: FollowUpFieldProps) => {
  const { t } = useTranslation("crmDesk")
  const [isOpen, setIsOpen] = useState(Boolean(value))
  const [typed, setTyped] = useState(value)

  const change = (patch: Partial<FollowUpDraft>) => {
    const next = { ...blank(), ...typed, ...patch }

    setTyped(next)
    onChange(next.text.trim() && next.due_at ? next : undefined)
  }
  const close = () => {
    setIsOpen(false)
    setTyped(undefined)
    onChange(undefined)
  }

  // What was sent, or taken out elsewhere, leaves an empty field behind.
  if (!isOpen && !value) {
    return (
      <Button
        size="small"
        type="button"
        variant="transparent"
        onClick={() => {
          setTyped(blank())
          setIsOpen(true)
        }}
      >
        <CalendarMini />
        {t("followUps.add")}
      </Button>
    )
  }
  const shown = typed ?? value ?? blank()

  return (
    <fieldset className="border-ui-border-base grid w-full grid-cols-1 items-end gap-2 rounded-lg border p-3 md:grid-cols-[1fr_auto_auto_auto]">
      <legend className="sr-only">{t("followUps.add")}</legend>
      <Field label={t("followUps.text")}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            size="small"
            maxLength={1000}
            placeholder={t("followUps.placeholder")}
            value={shown.text}
            onChange={({ target }) => change({ text: target.value })}
          />
        )}
      </Field>
      <Field label={t("followUps.due")}>
        {(control) => (
          <Input
            {...control}
            type="datetime-local"
            size="small"
            value={localInputValue(new Date(shown.due_at))}
            onChange={({ target }) => {
              const due_at = momentOf(target.value)

              if (due_at) {
                change({ due_at })
              }
            }}
          />
        )}
      </Field>
      <Field label={t("followUps.assignee")}>
        {(control) => (
          <ColleagueChoice
            {...control}
            size="small"
            none={t("followUps.me")}
            value={shown.assignee_id ?? null}
            onChange={(assignee_id) => change({ assignee_id })}
          />
        )}
      </Field>
      <IconButton
        size="small"
        type="button"
        variant="transparent"
        aria-label={t("followUps.dropDraft")}
        onClick={close}
      >
        <XMarkMini />
      </IconButton>
    </fieldset>
  )
}

/** Tomorrow morning: a time that is right more often than any other. */
const blank = (): FollowUpDraft => ({
  text: "",
  due_at: (
    laterTimes(new Date()).find(({ key }) => key === "tomorrow")?.at ?? new Date()
  ).toISOString(),
})
