import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { savedReplyQueries } from "../../queries/saved-replies"
import { Picker } from "./picker"

type SavedReplyPickerProps = {
  departmentId?: string
  onPick: (id: string) => void
  onClose: (written?: string) => void
}

/** The saved replies that may be used here, found by their words (E-08). */
export const SavedReplyPicker = ({
  departmentId,
  onPick,
  onClose,
}: SavedReplyPickerProps) => {
  const { t } = useTranslation("crmDesk")
  const [q, setQ] = useState("")
  const { data, isPending, isPlaceholderData } = useQuery(
    savedReplyQueries.search(q, departmentId)
  )

  return (
    <Picker
      label={t("savedReplies.insert")}
      placeholder={t("savedReplies.search")}
      picks={(data?.saved_replies ?? []).map(({ id, title, scope, body_text }) => ({
        key: id,
        label: title,
        group: t(`savedReplies.scopes.${scope}`),
        hint: body_text,
      }))}
      isLoading={isPending}
      isBehind={isPlaceholderData}
      empty={q ? t("savedReplies.noneFound") : t("savedReplies.noneYet")}
      onSearch={setQ}
      onPick={onPick}
      onClose={onClose}
    />
  )
}
