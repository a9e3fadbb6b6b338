import { Button, Label, RadioGroup, Text, toast } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import { AttachButton } from "../../../../../components/attach-button"
import { AttachmentChips } from "../../../../../components/attachment-chips"
import { MessageText } from "../../../../../components/message-text"
import { ServerRefusal } from "../../../../../components/server-refusal"
import { StatusAfterChoice } from "../../../../../components/status-after-choice"
import { UploadList } from "../../../../../components/upload-list"
import { useUploads } from "../../../../../components/use-uploads"
import { withMore, type MoreOfNote } from "../../../../../lib/more-of-post"
import type { NoteSource, ReplyDraft } from "../../../../../lib/reply-draft"
import { useAddNote } from "../../../../../queries/tickets"
import { SignatureChoice } from "./signature-choice"
import { FollowUpField } from "./follow-up-field"
import { MentionPicker } from "./mention-picker"
import { NoteReaders } from "./note-readers"
import { PhoneTimer } from "./phone-timer"
import { useCall } from "./use-call"
import { SkipRating } from "./skip-rating"
import type { Change } from "./use-draft"

const SOURCES = [
  "other",
  "phone_call",
  "live_chat",
] as const satisfies readonly NoteSource[]

type NoteFormProps = {
  ticket: Ticket
  draft: ReplyDraft["note"]
  set: (change: Change<ReplyDraft["note"]>) => void
  /** No save may come after the note. */
  onSending: () => Promise<void>
  onSent: (ticket: Ticket) => void
  onRefused: () => void
}

export const NoteForm = ({
  ticket,
  draft,
  set,
  onSending,
  onSent,
  onRefused,
}: NoteFormProps) => {
  const { t } = useTranslation("crmDesk")
  const { mutate, isPending, error } = useAddNote(ticket.id)
  const { uploads, isUploading, upload, forget } = useUploads((file) =>
    set(({ files }) => ({ files: [...files, file] }))
  )
  const statusAfter = draft.statusAfter ?? ticket.status_after_note
  const call = useCall(ticket.id)
  const setMore = (change: Partial<MoreOfNote>) =>
    set(({ more }) => ({ more: withMore(more, change) }))
  const canAdd = Boolean(draft.body.trim()) && !isPending && !isUploading

  const add = async () => {
    if (!canAdd) {
      return
    }
    await onSending()
    mutate(
      {
        body_text: draft.body,
        source: draft.source,
        duration_seconds: draft.source === "phone_call" ? call.seconds() : null,
        ...draft.more,
        status_after: statusAfter,
        ...(draft.files.length
          ? { attachment_ids: draft.files.map(({ id }) => id) }
          : {}),
        ...(draft.signatureId ? { signature_id: draft.signatureId } : {}),
      },
      {
        onError: onRefused,
        onSuccess: ({ ticket: answered }) => {
          toast.success(t("composer.noteAdded"))
          call.end()
          onSent(answered)
        },
      }
    )
  }

  return (
    <div className="flex flex-col gap-y-3">
      <Text size="small" weight="plus" className="text-ui-tag-orange-text">
        {t("composer.noteBanner")}
      </Text>
      <MentionPicker value={draft.body} onChange={(body) => set({ body })}>
        <MessageText
          aria-label={t("composer.noteText")}
          placeholder={t("composer.notePlaceholder")}
          value={draft.body}
          onChange={(body) => set({ body })}
          onFiles={(files) => upload(files)}
          onSend={() => void add()}
          rows={5}
        />
      </MentionPicker>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Source
          value={draft.source}
          onChange={(source) => {
            set({ source })
            if (source === "phone_call") {
              call.begin()
            } else {
              call.end()
            }
          }}
        />
        <PhoneTimer call={call} />
      </div>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-2">
        <FollowUpField
          value={draft.more.follow_up}
          onChange={(follow_up) => setMore({ follow_up })}
        />
        <NoteReaders value={draft.more} onChange={(more) => set({ more })} />
        <SkipRating
          ticket={ticket}
          statusAfter={statusAfter}
          value={draft.more.skip_rating ?? false}
          onChange={(skip_rating) => setMore({ skip_rating })}
        />
      </div>
      <AttachmentChips
        attachments={draft.files}
        onRemove={(id) =>
          set(({ files }) => ({ files: files.filter((file) => file.id !== id) }))
        }
      />
      <UploadList uploads={uploads} onForget={forget} />
      <ServerRefusal error={error} />
      <div className="flex flex-wrap items-center gap-2">
        <AttachButton onFiles={(files) => upload(files)} />
        <SignatureChoice
          departmentId={ticket.department.id}
          value={draft.signatureId}
          onChange={(signatureId) => set({ signatureId })}
          isActive
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
            disabled={!canAdd}
            isLoading={isPending}
            onClick={() => void add()}
          >
            {t("composer.addNote")}
          </Button>
        </div>
      </div>
    </div>
  )
}

type SourceProps = { value: NoteSource; onChange: (source: NoteSource) => void }

const Source = ({ value, onChange }: SourceProps) => {
  const { t } = useTranslation("crmDesk")
  const id = useId()

  return (
    <RadioGroup
      value={value}
      onValueChange={(source) => onChange(source as NoteSource)}
      aria-label={t("composer.source")}
      className="flex flex-wrap items-center gap-x-4 gap-y-1"
    >
      <Text size="small" aria-hidden className="text-ui-fg-subtle">
        {t("composer.source")}
      </Text>
      {SOURCES.map((source) => (
        <div key={source} className="flex items-center gap-x-1.5">
          <RadioGroup.Item value={source} id={`${id}-${source}`} />
          <Label htmlFor={`${id}-${source}`} size="small">
            {t(`source.${source}`)}
          </Label>
        </div>
      ))}
    </RadioGroup>
  )
}
