import { Button, Input, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { AttachButton } from "../../../../../components/attach-button"
import { AttachmentChips } from "../../../../../components/attachment-chips"
import { Field } from "../../../../../components/field"
import { MessageText } from "../../../../../components/message-text"
import { ServerRefusal } from "../../../../../components/server-refusal"
import { StatusAfterChoice } from "../../../../../components/status-after-choice"
import { UploadList } from "../../../../../components/upload-list"
import { useUploads } from "../../../../../components/use-uploads"
import { addressesOf } from "../../../../../lib/addresses"
import { withMore, type MoreOfReply } from "../../../../../lib/more-of-post"
import type { ReplyDraft } from "../../../../../lib/reply-draft"
import { hasStatus } from "../../../../../lib/server-error"
import { useReplyToTicket } from "../../../../../queries/tickets"
import { FollowUpField } from "./follow-up-field"
import { KeepInMyTickets } from "./keep-in-my-tickets"
import { SendLater } from "./send-later"
import type { Change } from "./use-draft"
import { useReturnedDraft } from "./use-returned-draft"
import { useSentToast } from "./use-sent-toast"

type ReplyFormProps = {
  ticket: Ticket
  draft: ReplyDraft["reply"]
  /** The version this reply answers to. */
  version: number
  set: (change: Change<ReplyDraft["reply"]>) => void
  onSent: (ticket: Ticket) => void
  onMoved: (readVersion: number) => void
}

export const ReplyForm = ({
  ticket,
  draft,
  version,
  set,
  onSent,
  onMoved,
}: ReplyFormProps) => {
  const { t } = useTranslation("crmDesk")
  const { mutate, isPending, error } = useReplyToTicket(ticket.id)
  const { uploads, isUploading, upload, forget } = useUploads((file) =>
    set(({ files }) => ({ files: [...files, file] }))
  )
  const statusAfter = draft.statusAfter ?? ticket.status_after_reply
  const canSend = Boolean(draft.body.trim()) && !isPending && !isUploading
  const hasMoved = hasStatus(error, 409)
  const sayItIsSent = useSentToast()
  const setMore = (change: Partial<MoreOfReply>) =>
    set(({ more }) => ({ more: withMore(more, change) }))

  useReturnedDraft(ticket.id, (taken) =>
    set(({ body }) => ({
      body: body.trim() ? `${taken.body_text}\n\n${body}` : taken.body_text,
      cc: taken.cc.join(", "),
      showCc: taken.cc.length > 0,
      files: taken.attachments,
      statusAfter: taken.status_after,
    }))
  )

  const send = (status: string) => {
    if (!canSend) {
      return
    }
    mutate(
      {
        body_text: draft.body,
        status_after: status,
        ...(draft.cc.trim() ? { cc: addressesOf(draft.cc) } : {}),
        ...(draft.files.length
          ? { attachment_ids: draft.files.map(({ id }) => id) }
          : {}),
        ...draft.more,
        expected_version: version,
      },
      {
        onSuccess: (answer) => {
          sayItIsSent(answer)
          onSent(answer.ticket)
        },
        onError: (refusal) => hasStatus(refusal, 409) && onMoved(version),
      }
    )
  }

  return (
    <div className="flex flex-col gap-y-3">
      <div className="flex flex-wrap items-center gap-x-2">
        <Text size="small" className="text-ui-fg-subtle min-w-0 [overflow-wrap:anywhere]">
          {t("composer.to")} {recipient(ticket)}
        </Text>
        {!draft.showCc && (
          <Button
            size="small"
            type="button"
            variant="transparent"
            onClick={() => set({ showCc: true })}
          >
            {t("composer.addCc")}
          </Button>
        )}
      </div>
      {draft.showCc && (
        <Field label={t("composer.cc")} hint={t("composer.ccHint")}>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              spellCheck={false}
              value={draft.cc}
              onChange={({ target }) => set({ cc: target.value })}
            />
          )}
        </Field>
      )}
      <MessageText
        aria-label={t("composer.replyText")}
        placeholder={t("composer.replyPlaceholder")}
        value={draft.body}
        onChange={(body) => set({ body })}
        onFiles={upload}
        onSend={() => send(statusAfter)}
      />
      <AttachmentChips
        attachments={draft.files}
        onRemove={(id) =>
          set(({ files }) => ({ files: files.filter((file) => file.id !== id) }))
        }
      />
      <UploadList uploads={uploads} onForget={forget} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <FollowUpField
          value={draft.more.follow_up}
          onChange={(follow_up) => setMore({ follow_up })}
        />
        <SendLater
          value={draft.more.send_at}
          onChange={(send_at) => setMore({ send_at })}
        />
        <KeepInMyTickets
          value={draft.more.keep_in_my_tickets ?? ticket.kept_in_my_tickets}
          onChange={(keep_in_my_tickets) => setMore({ keep_in_my_tickets })}
        />
      </div>
      {!hasMoved && <ServerRefusal error={error} />}
      <div className="flex flex-wrap items-center gap-2">
        <AttachButton onFiles={upload} />
        <div className="ms-auto flex flex-wrap items-center justify-end gap-2">
          <Text size="small" className="text-ui-fg-subtle">
            {t("statusAfter.label")}
          </Text>
          <div className="w-36">
            <StatusAfterChoice
              size="small"
              aria-label={t("statusAfter.label")}
              value={statusAfter}
              onChange={(value) => set({ statusAfter: value })}
            />
          </div>
          <Button
            size="small"
            type="button"
            variant="secondary"
            disabled={!canSend}
            onClick={() => send("closed")}
          >
            {t("composer.sendAndClose")}
          </Button>
          <Button
            size="small"
            type="button"
            disabled={!canSend}
            isLoading={isPending}
            onClick={() => send(statusAfter)}
          >
            {draft.more.send_at ? t("sendLater.schedule") : t("composer.send")}
          </Button>
        </div>
      </div>
    </div>
  )
}

const recipient = ({ requester: { name, email } }: Ticket) =>
  name ? `${name} <${email}>` : email
