import { toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { PostResponse } from "../../../../../../api/admin/crm/tickets/contract"
import { absoluteTime } from "../../../../../lib/relative-time"
import { lineOf } from "../../../../../lib/reply-draft"
import { messageOf } from "../../../../../lib/server-error"
import { useUndoSend } from "../../../../../queries/teamwork"

/** The toast goes a little before the mail does: an undo that is clicked has time to arrive. */
const MARGIN_MS = 1_000
const SHORTEST_MS = 2_000

/** Says that a reply is on its way, with the way back while there is one (E-10). */
export function useSentToast() {
  const { t, i18n } = useTranslation("crmDesk")
  const { mutate } = useUndoSend()

  const takeBack = (token: string) =>
    mutate(token, {
      onSuccess: () => toast.success(t("undoSend.done")),
      onError: (error) => toast.error(messageOf(error)),
    })

  return ({ message, undo }: PostResponse): void => {
    const isScheduled = message.hold === "scheduled"
    const text =
      isScheduled && message.send_at
        ? t("sendLater.scheduled", { time: absoluteTime(message.send_at, i18n.language) })
        : t("composer.sent", { name: lineOf(message.to) })
    const left = Date.parse(message.send_at ?? "") - Date.now() - MARGIN_MS

    const shown = toast.success(
      text,
      undo
        ? {
            position: "top-right",
            duration: isScheduled ? undefined : Math.max(left, SHORTEST_MS),
            action: {
              label: t("undoSend.action"),
              altText: t("undoSend.hint"),
              onClick: () => {
                // What is said in it is no longer true.
                toast.dismiss(shown)
                takeBack(undo)
              },
            },
          }
        : undefined
    )
  }
}
