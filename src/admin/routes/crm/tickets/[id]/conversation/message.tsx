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
import { MessageHead } from "./message-head"
import { MessageMenu } from "./message-menu"
import { MessageRemarks } from "./message-remarks"

/** The edge takes its room from the margin, so that all texts start on one line. */
const EDGE = "border-s-4 [&>article]:ps-5"
const LOOKS: Record<TicketMessage["kind"], string> = {
  customer: "",
  agent: `${EDGE} border-ui-tag-blue-border`,
  note: `${NOTE_TINT} ${EDGE} border-ui-tag-orange-border`,
  system: "bg-ui-bg-subtle",
}

export const Message = ({
  ticket,
  message,
}: {
  ticket: Ticket
  message: TicketMessage
}) => {
  const { t } = useTranslation("crmDesk")
  const { kind, body_html, body_text } = message

  return (
    <Container className={clx("overflow-hidden p-0", LOOKS[kind])}>
      <article data-kind={kind} className="flex flex-col gap-y-3 px-6 py-4">
        <MessageHead
          message={message}
          menu={<MessageMenu ticket={ticket} message={message} />}
        />
        {body_html ? (
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
        <Delivery message={message} />
        <MessageRemarks message={message} />
      </article>
    </Container>
  )
}

/** A picture that the text itself shows is not listed a second time. */
const shownAttachments = ({ attachments, body_html }: TicketMessage) =>
  attachments.filter(({ inline, content_id }) => !(inline && content_id && body_html))
