import { ArrowDownTray, Trash } from "@medusajs/icons"
import { toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { download } from "../../lib/download"
import { messageOf } from "../../lib/server-error"
import { personDataPath, useErasePerson } from "../../queries/people"

/** What a person may ask of the shop: everything it knows of her, and that it forgets it (K-10). */
export function useErasure(email: string) {
  const { t } = useTranslation("crmDesk")
  const prompt = usePrompt()
  const { mutate: erase } = useErasePerson()
  const onError = (error: Error) => {
    toast.error(messageOf(error))
  }
  const askAndErase = async () => {
    const isSure = await prompt({
      title: t("erasure.title", { email }),
      description: t("erasure.description", { email }),
      // Typed, so that nobody is erased by a slip.
      verificationText: email,
      confirmText: t("erasure.confirm"),
      cancelText: t("general.cancel"),
      variant: "danger",
    })
    if (isSure) {
      erase(email, {
        onSuccess: ({ erased }) =>
          toast.success(t("erasure.done", { count: erased.tickets })),
        onError,
      })
    }
  }

  return email
    ? [
        {
          icon: <ArrowDownTray />,
          label: t("erasure.export"),
          onClick: () => {
            download(personDataPath(email), `${email}.json`).catch(onError)
          },
        },
        { icon: <Trash />, label: t("erasure.menu"), onClick: () => void askAndErase() },
      ]
    : []
}
