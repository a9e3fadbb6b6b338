import { Button, toast, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { AccountHealth } from "../../../../../api/admin/crm/mail-health/contract"
import { messageOf } from "../../../../lib/server-error"
import { useUpdateMailAccount } from "../../../../queries/mail-accounts"

/** Believes the server that writes its results into our mail, once asked. */
export const AdoptAuthserv = ({ health }: { health: AccountHealth }) => {
  const { t } = useTranslation("crmDesk")
  const prompt = usePrompt()
  const { mutate, isPending } = useUpdateMailAccount(health.mail_account.id)
  const server = health.suggested_authserv_id

  if (!server || server === health.mail_account.authserv_id) {
    return null
  }
  const adopt = async () => {
    const isSure = await prompt({
      title: t("doctor.adoptTitle", { server }),
      description: t("doctor.adoptDescription", { server }),
      confirmText: t("doctor.adoptConfirm"),
      cancelText: t("general.cancel"),
      variant: "confirmation",
    })

    if (isSure) {
      mutate(
        { authserv_id: server },
        {
          onSuccess: () => toast.success(t("doctor.adopted", { server })),
          onError: (error) => toast.error(messageOf(error)),
        }
      )
    }
  }

  return (
    <Button size="small" variant="secondary" isLoading={isPending} onClick={adopt}>
      {t("doctor.adopt", { server })}
    </Button>
  )
}
