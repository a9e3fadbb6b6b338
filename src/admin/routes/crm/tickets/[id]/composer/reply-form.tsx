import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { AttachButton } from "../../../../../components/attach-button"
import { AttachmentChips } from "../../../../../components/attachment-chips"
import { ServerRefusal } from "../../../../../components/server-refusal"
import { StatusAfterChoice } from "../../../../../components/status-after-choice"
import { UploadList } from "../../../../../components/upload-list"
import { useUploads } from "../../../../../components/use-uploads"
import { withMore, type MoreOfReply } from "../../../../../lib/more-of-post"
import { replyBody, type ReplyDraft } from "../../../../../lib/reply-draft"
import { hasStatus } from "../../../../../lib/server-error"
import { useReplyToTicket } from "../../../../../queries/tickets"
import { FollowUpField } from "./follow-up-field"
import { KeepInMyTickets } from "./keep-in-my-tickets"
import { RecipientFields } from "./recipient-fields"
import { ReplyEditor } from "./reply-editor"
import { SendLater } from "./send-later"
import { SignatureChoice } from "./signature-choice"
import { SkipRating } from "./skip-rating"
import type { Change } from "./use-draft"
import { useSentToast } from "./use-sent-toast"

type ReplyFormProps = {
  ticket: Ticket
  draft: ReplyDraft["reply"]
  /** The version this reply answers to. */
  version: number
  set: (change: Change<ReplyDraft["reply"]>) => void
  /** No save may come after the reply. */
  onSending: () => Promise<void>
  onSent: (ticket: Ticket) => void
  onRefused: () => void
  onMoved: (readVersion: number) => void
}

export const ReplyForm = ({
  ticket,
  draft,
  version,
  set,
  onSending,
  onSent,
  onRefused,
  onMoved,
}: ReplyFormProps) => {
  const { t } = useTranslation("crmDesk")
  const { mutate, isPending, error } = useReplyToTicket(ticket.id)
  const { uploads, isUploading, upload, forget } = useUploads((file) =>
    set(({ files }) => ({ files: [...files, file] }))
  )
  const [wasTouched, setWasTouched] = useState(Boolean(draft.text))
  const statusAfter = draft.statusAfter ?? ticket.status_after_reply
  const isWritten = Boolean(draft.text.trim()) || draft.html.includes("<img")
  const canSend = isWritten && !isPending && !isUploading
  const hasMoved = hasStatus(error, 409)
  const sayItIsSent = useSentToast()
  const setMore = (change: Partial<MoreOfReply>) =>
    set(({ more }) => ({ more: withMore(more, change) }))

  const send = async (status: string) => {
    if (!canSend) {
      return
    }
    await onSending()
    mutate(replyBody(draft, { status, version }), {
      onSuccess: (answer) => {
        sayItIsSent(answer)
        onSent(answer.ticket)
      },
      onError: (refusal) => {
        onRefused()
        if (hasStatus(refusal, 409)) {
          onMoved(version)
        }
      },
    })
  }

  return (
    <div
      className="flex flex-col gap-y-3"
      onFocus={() => setWasTouched(true)}
      data-testid="reply-form"
    >
      <RecipientFields ticket={ticket} reply={draft} set={set} />
      <ReplyEditor
        ticket={ticket}
        reply={draft}
        set={set}
        onFiles={(files, onPicture, pictures) => {
          upload(files)
          upload(pictures, onPicture)
        }}
        onSend={() => void send(statusAfter)}
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
        <SkipRating
          ticket={ticket}
          statusAfter={statusAfter}
          value={draft.more.skip_rating ?? false}
          onChange={(skip_rating) => setMore({ skip_rating })}
        />
      </div>
      {!hasMoved && <ServerRefusal error={error} />}
      <div className="flex flex-wrap items-center gap-2">
        <AttachButton onFiles={(files) => upload(files)} />
        <SignatureChoice
          departmentId={ticket.department.id}
          value={draft.signatureId}
          onChange={(signatureId) => set({ signatureId })}
          isActive={wasTouched}
        />
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
            onClick={() => void send("closed")}
          >
            {t("composer.sendAndClose")}
          </Button>
          <Button
            size="small"
            type="button"
            disabled={!canSend}
            isLoading={isPending}
            onClick={() => void send(statusAfter)}
          >
            {draft.more.send_at ? t("sendLater.schedule") : t("composer.send")}
          </Button>
        </div>
      </div>
    </div>
  )
}
