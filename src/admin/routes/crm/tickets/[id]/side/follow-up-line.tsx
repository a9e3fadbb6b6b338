import { PencilSquare, Trash } from "@medusajs/icons"
import { ActionMenu } from "@medusajs/dashboard/components"
import { Checkbox, clx, Label, Text, toast } from "@medusajs/ui"
import { useId, useState } from "react"
import { useTranslation } from "react-i18next"
import type { FollowUp } from "../../../../../../api/admin/crm/tickets/contract"
import { Moment } from "../../../../../components/moment"
import { messageOf } from "../../../../../lib/server-error"
import { useChangeFollowUp, useRemoveFollowUp } from "../../../../../queries/teamwork"
import { FollowUpDrawer } from "./follow-up-drawer"

/** One promise: ticked off, opened again, edited or removed. */
export const FollowUpLine = ({ followUp }: { followUp: FollowUp }) => {
  const { t } = useTranslation("crmDesk")
  const id = useId()
  const [isEditing, setIsEditing] = useState(false)
  const { mutate, isPending, error } = useChangeFollowUp(followUp.id)
  const { mutate: remove } = useRemoveFollowUp(followUp.id)
  const isDone = followUp.done_at !== null
  const isLate = !isDone && Date.parse(followUp.due_at) < Date.now()
  const onError = (refusal: Error) => {
    toast.error(messageOf(refusal))
  }

  return (
    <li className="flex items-start gap-x-3 px-6 py-3">
      <Checkbox
        id={id}
        checked={isDone}
        disabled={isPending}
        onCheckedChange={(checked) => mutate({ done: checked === true }, { onError })}
      />
      <div className="min-w-0 flex-1">
        <Label
          htmlFor={id}
          size="small"
          className={clx("[overflow-wrap:anywhere]", {
            "text-ui-fg-muted line-through": isDone,
          })}
        >
          {followUp.text}
        </Label>
        <Text size="xsmall" className="text-ui-fg-subtle">
          {isDone ? (
            <>
              {t("followUps.doneBy", { name: followUp.done_by?.name ?? "" })}{" "}
              <Moment at={followUp.done_at ?? ""} />
            </>
          ) : (
            <span className={clx({ "text-ui-fg-error": isLate })}>
              {isLate ? t("followUps.late") : t("followUps.dueLabel")}{" "}
              <Moment at={followUp.due_at} />
            </span>
          )}
          {" · "}
          {followUp.assignee?.name ?? followUp.created_by?.name ?? ""}
        </Text>
      </div>
      <ActionMenu
        groups={[
          {
            actions: [
              {
                icon: <PencilSquare />,
                label: t("general.edit"),
                onClick: () => setIsEditing(true),
              },
              {
                icon: <Trash />,
                label: t("general.delete"),
                onClick: () => remove(undefined, { onError }),
              },
            ],
          },
        ]}
      />
      {isEditing && (
        <FollowUpDrawer
          title={t("followUps.edit")}
          followUp={followUp}
          onClose={() => setIsEditing(false)}
          onSave={(changes) => mutate(changes, { onSuccess: () => setIsEditing(false) })}
          isSaving={isPending}
          error={error}
        />
      )}
    </li>
  )
}
