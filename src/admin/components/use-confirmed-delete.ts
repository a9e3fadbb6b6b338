import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { messageOf } from "../lib/server-error"

type ConfirmedDelete = {
  title: string
  description: string
  done: string
  /** "Delete" when left out. */
  confirmText?: string
  run: () => Promise<unknown>
}

/** Asks, deletes, and says what the server had against it. */
export function useConfirmedDelete() {
  const { t } = useTranslation("crmDesk")
  const prompt = usePrompt()

  return async ({
    title,
    description,
    done,
    confirmText,
    run,
  }: ConfirmedDelete): Promise<boolean> => {
    const isSure = await prompt({
      title,
      description,
      confirmText: confirmText ?? t("general.delete"),
      cancelText: t("general.cancel"),
      variant: "danger",
    })
    if (!isSure) {
      return false
    }
    try {
      await run()
      toast.success(done)
      return true
    } catch (error) {
      toast.error(messageOf(error))
      return false
    }
  }
}
