import { toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { messageOf } from "../lib/server-error"
import { undoAction } from "../queries/undo"

/** Long enough to read, to notice the mistake and to reach for the mouse. */
const SHOWN_MS = 10_000

/** Takes back what answered a token, and says what became of it. */
export function useUndo() {
  const { t } = useTranslation("crmDesk")
  const client = useQueryClient()

  return async (token: string): Promise<void> => {
    try {
      await undoAction(client, token)
      toast.success(t("undo.done"))
    } catch (error) {
      toast.error(messageOf(error))
    }
  }
}

/** Says that something is done, with a way back where there is one. */
export function useDoneToast() {
  const { t } = useTranslation("crmDesk")
  const undo = useUndo()

  return (text: string, token?: string): void => {
    if (!token) {
      toast.success(text)
      return
    }
    const shown = toast.success(text, {
      duration: SHOWN_MS,
      action: {
        label: t("undo.action"),
        altText: t("undo.hint"),
        onClick: () => {
          // What is said in it is no longer true.
          toast.dismiss(shown)
          return undo(token)
        },
      },
    })
  }
}
