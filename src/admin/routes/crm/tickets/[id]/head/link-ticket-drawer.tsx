import { XMarkMini } from "@medusajs/icons"
import { IconButton, Textarea, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Attachment } from "../../../../../../api/admin/crm/attachments/contract"
import type {
  Ticket,
  TicketListItem,
} from "../../../../../../api/admin/crm/tickets/contract"
import { AttachButton } from "../../../../../components/attach-button"
import { AttachmentChips } from "../../../../../components/attachment-chips"
import { Field } from "../../../../../components/field"
import { FormDrawer } from "../../../../../components/form-drawer"
import { TicketLine } from "../../../../../components/ticket-line"
import { TicketPicker } from "../../../../../components/ticket-picker"
import { UploadList } from "../../../../../components/upload-list"
import { useUploads } from "../../../../../components/use-uploads"
import { useLinkTicket } from "../../../../../queries/several-tickets"

type Target = Pick<TicketListItem, "id" | "number" | "subject">

/**
 * "Link to ticket" in both its meanings (V-60, K-8): this ticket gets a note and files, or it is
 * linked to a related one, which then gets them.
 */
export const LinkTicketDrawer = ({
  ticket,
  onClose,
}: {
  ticket: Ticket
  onClose: () => void
}) => {
  const { t } = useTranslation("crmDesk")
  const [target, setTarget] = useState<Target | null>(null)
  const [note, setNote] = useState("")
  const [files, setFiles] = useState<Attachment[]>([])
  const { uploads, isUploading, upload, forget } = useUploads((file) =>
    setFiles((before) => [...before, file])
  )
  const { mutate, isPending, error } = useLinkTicket(ticket.id)
  const hasNote = Boolean(note.trim()) || files.length > 0

  const save = () =>
    mutate(
      {
        otherId: target?.id ?? null,
        note: hasNote
          ? {
              // A file without a word still says what it is.
              body_text: note.trim() || t("related.filesOnly"),
              attachment_ids: files.map(({ id }) => id),
            }
          : null,
      },
      {
        onSuccess: () => {
          toast.success(t("related.linked"))
          onClose()
        },
      }
    )

  return (
    <FormDrawer
      title={t("related.link")}
      description={t("related.linkDescription")}
      onClose={onClose}
      onSubmit={save}
      isSaving={isPending}
      canSave={!isUploading && (hasNote || target !== null)}
      error={error}
    >
      <Field label={t("related.other")} hint={t("related.otherHint")} optional>
        {(control) =>
          target ? (
            <TicketLine ticket={target}>
              <IconButton
                size="small"
                type="button"
                variant="transparent"
                aria-label={t("merge.drop", { number: target.number })}
                onClick={() => setTarget(null)}
              >
                <XMarkMini />
              </IconButton>
            </TicketLine>
          ) : (
            <TicketPicker {...control} except={[ticket.id]} onPick={setTarget} />
          )
        }
      </Field>
      <Field
        label={t("related.note")}
        hint={t("related.noteHint", { number: (target ?? ticket).number })}
        optional
      >
        {(control) => (
          <Textarea
            {...control}
            rows={4}
            value={note}
            onChange={({ target: { value } }) => setNote(value)}
          />
        )}
      </Field>
      <AttachmentChips
        attachments={files}
        onRemove={(id) => setFiles(files.filter((file) => file.id !== id))}
      />
      <UploadList uploads={uploads} onForget={forget} />
      <div>
        <AttachButton onFiles={upload} />
      </div>
    </FormDrawer>
  )
}
