import { EnvelopeContent } from "@medusajs/icons"
import { Button, Hint, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { TicketMessage } from "../../../../../../api/admin/crm/tickets/contract"
import { download, rawMailPath } from "../../../../../lib/download"
import { mailWords } from "../../../../../lib/mail-words"
import { messageOf } from "../../../../../lib/server-error"

/** What was wrong with the mail, and the mail itself as it came. */
export const MessageRemarks = ({ message }: { message: TicketMessage }) => {
  const { t } = useTranslation("crmDesk")
  const { problems, reply_to, inbound_mail_id: mailId } = message

  if (!problems.length && !reply_to.length && !mailId) {
    return null
  }

  return (
    <footer className="flex flex-wrap items-center justify-between gap-2">
      <div className="min-w-0">
        {reply_to.length > 0 && (
          <Hint className="text-ui-tag-orange-text [overflow-wrap:anywhere]">
            {t("message.replyElsewhere", { addresses: reply_to.join(", ") })}
          </Hint>
        )}
        {problems.map((problem) => (
          <Hint key={problem} className="[overflow-wrap:anywhere]">
            {mailWords(problem, t)}
          </Hint>
        ))}
      </div>
      {mailId && (
        <Button
          size="small"
          type="button"
          variant="transparent"
          className="text-ui-fg-muted"
          onClick={() =>
            download(rawMailPath(mailId), `${mailId}.eml`).catch((error) =>
              toast.error(messageOf(error))
            )
          }
        >
          <EnvelopeContent />
          {t("message.original")}
        </Button>
      )}
    </footer>
  )
}
