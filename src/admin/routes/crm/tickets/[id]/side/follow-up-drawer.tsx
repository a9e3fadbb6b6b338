import { Input, Textarea } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { FollowUp } from "../../../../../../api/admin/crm/tickets/contract"
import { ColleagueChoice } from "../../../../../components/colleague-choice"
import { Field } from "../../../../../components/field"
import { FormDrawer } from "../../../../../components/form-drawer"
import { laterTimes, localInputValue, momentOf } from "../../../../../lib/later-times"
import type { FollowUpDraft } from "../../../../../lib/more-of-post"

type FollowUpDrawerProps = {
  title: string
  followUp?: FollowUp
  onClose: () => void
  onSave: (followUp: FollowUpDraft) => void
  isSaving: boolean
  error: unknown
}

export const FollowUpDrawer = ({
  title,
  followUp,
  onClose,
  onSave,
  isSaving,
  error,
}: FollowUpDrawerProps) => {
  const { t } = useTranslation("crmDesk")
  const [text, setText] = useState(followUp?.text ?? "")
  const [due, setDue] = useState(() =>
    localInputValue(followUp ? new Date(followUp.due_at) : tomorrow())
  )
  const [assigneeId, setAssigneeId] = useState(followUp?.assignee?.id ?? null)
  const due_at = momentOf(due)

  return (
    <FormDrawer
      title={title}
      onClose={onClose}
      onSubmit={() =>
        due_at && onSave({ text: text.trim(), due_at, assignee_id: assigneeId })
      }
      isSaving={isSaving}
      canSave={Boolean(text.trim() && due_at)}
      error={error}
    >
      <Field label={t("followUps.text")}>
        {(control) => (
          <Textarea
            {...control}
            autoFocus
            aria-required
            maxLength={1000}
            placeholder={t("followUps.placeholder")}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <Field label={t("followUps.due")}>
        {(control) => (
          <Input
            {...control}
            type="datetime-local"
            aria-required
            value={due}
            onChange={({ target }) => setDue(target.value)}
          />
        )}
      </Field>
      <Field label={t("followUps.assignee")} hint={t("followUps.assigneeHint")}>
        {(control) => (
          <ColleagueChoice
            {...control}
            none={t("followUps.me")}
            value={assigneeId}
            knownAs={followUp?.assignee?.name}
            onChange={setAssigneeId}
          />
        )}
      </Field>
    </FormDrawer>
  )
}

const tomorrow = () =>
  laterTimes(new Date()).find(({ key }) => key === "tomorrow")?.at ?? new Date()
