import { Button, Text, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { AttachButton } from "../../../../../components/attach-button"
import { AttachmentChips } from "../../../../../components/attachment-chips"
import { MessageText } from "../../../../../components/message-text"
import { ServerRefusal } from "../../../../../components/server-refusal"
import { StatusAfterChoice } from "../../../../../components/status-after-choice"
import { UploadList } from "../../../../../components/upload-list"
import { useUploads } from "../../../../../components/use-uploads"
import { addressesOf } from "../../../../../lib/addresses"
import type { ReplyDraft } from "../../../../../lib/reply-draft"
import { hasStatus } from "../../../../../lib/server-error"
import { useReplyToTicket } from "../../../../../queries/tickets"
import { Recipients } from "./recipients"
import type { Change } from "./use-draft"

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

  const send = (status: string) => {
    if (!canSend) {
      return
    }
    mutate(
      {
        body_text: draft.body,
        status_after: status,
        ...(draft.cc.trim() ? { cc: addressesOf(draft.cc) } : {}),
        ...(draft.bcc.trim() ? { bcc: addressesOf(draft.bcc) } : {}),
        ...(draft.files.length
          ? { attachment_ids: draft.files.map(({ id }) => id) }
          : {}),
        expected_version: version,
      },
      {
        onSuccess: ({ ticket: answered }) => {
          toast.success(t("composer.sent", { name: ticket.requester.email }))
          onSent(answered)
        },
        onError: (refusal) => hasStatus(refusal, 409) && onMoved(version),
      }
    )
  }

  return (
    <div className="flex flex-col gap-y-3">
      <Recipients ticket={ticket} draft={draft} set={set} />
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
            {t("composer.send")}
          </Button>
        </div>
      </div>
    </div>
  )
}
