import { Input } from "@medusajs/ui"
import { useEffect } from "react"
import { useTranslation } from "react-i18next"
import { AttachButton } from "../../../../components/attach-button"
import { AttachmentChips } from "../../../../components/attachment-chips"
import { TemplateEditor } from "../../../../components/editor/template-editor"
import { ALL_VARIABLES } from "../../../../components/editor/use-known-variables"
import { Field } from "../../../../components/field"
import { SuppressionWarning } from "../../../../components/suppression-warning"
import { StatusAfterChoice } from "../../../../components/status-after-choice"
import { Toggle } from "../../../../components/toggle"
import { UploadList } from "../../../../components/upload-list"
import { useUploads } from "../../../../components/use-uploads"
import { addressesOf } from "../../../../lib/addresses"
import { rememberFormat } from "../../../../lib/preferred-format"
import type { FormPart } from "./new-ticket-form"

type MessagePartProps = FormPart & {
  statusAfter: string
  onUploading: (isUploading: boolean) => void
  onSend: () => void
}

/** What is said, and whether it is mailed. */
export const MessagePart = ({
  ticket,
  set,
  statusAfter,
  onUploading,
  onSend,
}: MessagePartProps) => {
  const { t } = useTranslation("crmDesk")
  const { uploads, isUploading, upload, forget } = useUploads((file) =>
    set(({ files }) => ({ files: [...files, file] }))
  )
  useEffect(() => onUploading(isUploading), [isUploading, onUploading])

  return (
    <div className="flex flex-col gap-y-4 px-6 py-4">
      <Field label={t("create.body")}>
        {(control) => (
          <TemplateEditor
            {...control}
            label={t("create.body")}
            format={ticket.format}
            written={{ html: ticket.html, text: ticket.body }}
            onWrite={({ html, text }) => set({ html, body: text })}
            onFormat={(format) => {
              rememberFormat(format)
              set({ format })
            }}
            onFiles={(files, pictures, onPicture) => {
              upload(files)
              upload(pictures, onPicture)
            }}
            onSend={onSend}
            savedReplies={{
              departmentId: ticket.departmentId || undefined,
              onAttachments: (copies) =>
                set(({ files }) => ({ files: [...files, ...copies] })),
            }}
            known={ALL_VARIABLES}
            rows={9}
          />
        )}
      </Field>
      <AttachmentChips
        attachments={ticket.files}
        onRemove={(id) =>
          set(({ files }) => ({ files: files.filter((file) => file.id !== id) }))
        }
      />
      <UploadList uploads={uploads} onForget={forget} />
      <div>
        <AttachButton onFiles={(files) => upload(files)} />
      </div>
      <Toggle
        label={t("create.notify")}
        hint={t("create.notifyHint")}
        checked={ticket.notify}
        onChange={(notify) => set({ notify })}
      />
      {ticket.notify && (
        <SuppressionWarning
          addresses={[
            ticket.email.trim() || (ticket.customer?.email ?? ""),
            ...addressesOf(ticket.cc),
          ].map((address) => address.toLowerCase())}
        />
      )}
      <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
        {ticket.notify && (
          <Field label={t("composer.cc")} hint={t("composer.ccHint")} optional>
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                spellCheck={false}
                value={ticket.cc}
                onChange={({ target }) => set({ cc: target.value })}
              />
            )}
          </Field>
        )}
        <Field label={t("statusAfter.label")}>
          {(control) => (
            <StatusAfterChoice
              {...control}
              value={statusAfter}
              onChange={(value) => set({ statusAfter: value })}
            />
          )}
        </Field>
      </div>
    </div>
  )
}
