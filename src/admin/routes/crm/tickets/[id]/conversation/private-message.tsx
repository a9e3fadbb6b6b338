import { EyeSlashMini } from "@medusajs/icons"
import { Button, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { TicketMessage } from "../../../../../../api/admin/crm/tickets/contract"
import { messageOf } from "../../../../../lib/server-error"
import { useSetPrivacy } from "../../../../../queries/teamwork"

/** In place of the words: only its agent reads it (C-58). */
export const HiddenMessage = ({ message }: { message: TicketMessage }) => {
  const { t } = useTranslation("crmDesk")

  return (
    <Text size="small" className="text-ui-fg-muted flex items-center gap-x-2 italic">
      <EyeSlashMini className="shrink-0" />
      {t("privacy.hidden", { name: message.private_to?.name })}
    </Text>
  )
}

type PrivacyButtonProps = { ticketId: string; message: TicketMessage }

/** Keeps a note or a mail to oneself, or shows it to the team again. */
export const PrivacyButton = ({ ticketId, message }: PrivacyButtonProps) => {
  const { t } = useTranslation("crmDesk")
  const { mutate, isPending } = useSetPrivacy(ticketId, message.id)
  const isPrivate = message.private_to !== null

  return message.is_hidden || message.hold || message.kind === "system" ? null : (
    <Button
      size="small"
      type="button"
      variant="transparent"
      className="text-ui-fg-muted"
      isLoading={isPending}
      onClick={() =>
        mutate(
          { private: !isPrivate },
          { onError: (error) => toast.error(messageOf(error)) }
        )
      }
    >
      <EyeSlashMini />
      {isPrivate ? t("privacy.show") : t("privacy.keep")}
    </Button>
  )
}
