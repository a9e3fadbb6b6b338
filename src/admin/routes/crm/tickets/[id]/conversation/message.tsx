import { clx, Container } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type {
  Ticket,
  TicketMessage,
} from "../../../../../../api/admin/crm/tickets/contract"
import { AttachmentChips } from "../../../../../components/attachment-chips"
import { LinkedText } from "../../../../../components/linked-text"
import { MailFrame } from "../../../../../components/mail-frame"
import { NOTE_TINT } from "../../../../../lib/tints"
import { Delivery } from "./delivery"
import { Folded } from "./folded"
import { HeldReply } from "./held-reply"
import { MessageHead } from "./message-head"
import { MessageMenu } from "./message-menu"
import { MessageRemarks } from "./message-remarks"
import { HiddenMessage, PrivacyButton } from "./private-message"

/** The edge takes its room from the margin, so that all texts start on one line. */
const EDGE = "border-s-4 [&>article]:ps-5"
const LOOKS: Record<TicketMessage["kind"], string> = {
  customer: "",
  agent: `${EDGE} border-ui-tag-blue-border`,
  note: `${NOTE_TINT} ${EDGE} border-ui-tag-orange-border`,
  system: "bg-ui-bg-subtle",
}

type MessageProps = { ticket: Ticket; message: TicketMessage }

export const Message = ({ ticket, message }: MessageProps) => {
  const { t } = useTranslation("crmDesk")
  const { kind, automated, body_html, body_text } = message

  return (
    <Container className={clx("overflow-hidden p-0", LOOKS[kind])}>
      <article data-kind={kind} className="flex flex-col gap-y-3 px-6 py-4">
        <MessageHead
          message={message}
          menu={<MessageMenu ticket={ticket} message={message} />}
        />
        <HeldReply ticketId={ticket.id} message={message} />
        {message.is_hidden ? (
          <HiddenMessage message={message} />
        ) : automated === "bounce" ? (
          // The message it is about says what happened: the report itself is for the curious.
          <Folded label={t("message.report")} text={body_text} />
        ) : body_html ? (
          <MailFrame
            html={body_html}
            attachments={message.attachments}
            title={t("message.frameTitle", {
              name: message.from.name || message.from.email,
            })}
          />
        ) : (
          <LinkedText text={body_text || t("message.noText")} />
        )}
        <Folded label={t("message.signature")} text={message.signature_text} />
        <Folded label={t("message.quoted")} text={message.quoted_text} />
        <AttachmentChips attachments={shownAttachments(message)} preview />
        {(!message.hold || message.delivery?.error) && <Delivery message={message} />}
        <div className="flex flex-wrap items-end gap-2">
          <div className="min-w-0 flex-1">
            {!message.is_hidden && <MessageRemarks message={message} />}
          </div>
          <PrivacyButton ticketId={ticket.id} message={message} />
        </div>
      </article>
    </Container>
  )
}

/** A picture that the text itself shows is not listed a second time. */
const shownAttachments = ({ attachments, body_html }: TicketMessage) =>
  attachments.filter(({ inline, content_id }) => !(inline && content_id && body_html))
