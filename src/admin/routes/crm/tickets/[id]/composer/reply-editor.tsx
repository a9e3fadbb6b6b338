import { BoltSolid, Variable } from "@medusajs/icons"
import { Alert, Button } from "@medusajs/ui"
import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import type { Attachment } from "../../../../../../api/admin/crm/attachments/contract"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import {
  placeholdersIn,
  unresolvedIn,
} from "../../../../../../modules/helpdesk/domain/fill-text"
import { FormatSwitch } from "../../../../../components/editor/format-switch"
import { SavedReplyPicker } from "../../../../../components/editor/saved-reply-picker"
import {
  TextEditor,
  type EditorHandle,
} from "../../../../../components/editor/text-editor"
import { Tool } from "../../../../../components/editor/toolbar-tool"
import { useInsertSaved } from "../../../../../components/editor/use-insert-saved"
import { useKnownVariables } from "../../../../../components/editor/use-known-variables"
import { VariablePicker } from "../../../../../components/editor/variable-picker"
import { htmlOfText } from "../../../../../lib/html-of-text"
import { withMore } from "../../../../../lib/more-of-post"
import { rememberFormat } from "../../../../../lib/preferred-format"
import type { ReplyDraft } from "../../../../../lib/reply-draft"
import { picturesIn } from "../../../../../lib/pictures-in"
import { placeholderOf } from "../../../../../lib/variable-marks"
import { OrderChoice } from "./order-choice"
import type { Change } from "./use-draft"

type ReplyEditorProps = {
  ticket: Ticket
  reply: ReplyDraft["reply"]
  set: (change: Change<ReplyDraft["reply"]>) => void
  /** Files to attach, and pictures to show once they have arrived. */
  onFiles: (
    files: File[],
    onPicture: EditorHandle["insertImage"],
    pictures: File[]
  ) => void
  onSend: () => void
}

/** Where the reply is written, with all that can be put into it. */
export const ReplyEditor = ({
  ticket,
  reply,
  set,
  onFiles,
  onSend,
}: ReplyEditorProps) => {
  const { t, i18n } = useTranslation("crmDesk")
  const editor = useRef<EditorHandle>(null)
  const [open, setOpen] = useState<"saved" | "variables" | null>(null)
  const hasVariables = placeholdersIn(reply.text).length > 0
  const { known, orderRemark } = useKnownVariables(
    ticket.id,
    hasVariables || open === "variables",
    reply.more.order_id
  )
  const unresolved = known ? unresolvedIn(reply.text, valuesOf(known)) : []

  const putIn = useInsertSaved(editor, (copies) =>
    set(({ files }) => ({ files: [...files, ...copies] }))
  )
  const insertSaved = (id: string) => {
    setOpen(null)
    putIn(id)
  }
  /** A picture that arrives when the text is no longer on the page is attached instead. */
  const showPicture = (file: Attachment) =>
    editor.current
      ? editor.current.insertImage(file)
      : set(({ files }) => ({ files: [...files, file] }))
  const close = (written?: string) => {
    setOpen(null)
    if (written) {
      editor.current?.insert({ text: written })
    } else {
      editor.current?.focus()
    }
  }
  const setFormat = (format: ReplyDraft["reply"]["format"]) => {
    rememberFormat(format)
    set(({ text, html, files }) => ({
      format,
      html: format === "rich" ? htmlOfText(text) : "",
      // A picture that the text can no longer show is attached.
      files: [...files, ...picturesIn(html)],
    }))
  }

  return (
    <div className="flex flex-col gap-y-2">
      <TextEditor
        handle={editor}
        format={reply.format}
        html={reply.html}
        text={reply.text}
        onWrite={set}
        onFiles={(files, pictures) => onFiles(files, showPicture, pictures)}
        onSend={onSend}
        onSlash={() => setOpen("saved")}
        known={known}
        lang={ticket.locale ?? i18n.language}
        aria-label={t("composer.replyText")}
        placeholder={t("composer.replyPlaceholder")}
        toolbarEnd={
          <>
            <Tool label={t("savedReplies.insert")} onClick={() => setOpen("saved")}>
              <BoltSolid />
              <span className="hidden sm:inline">{t("savedReplies.short")}</span>
            </Tool>
            <Tool label={t("variables.insert")} onClick={() => setOpen("variables")}>
              <Variable />
              <span className="hidden sm:inline">{t("variables.short")}</span>
            </Tool>
            {!ticket.plain_text_only && (
              <FormatSwitch format={reply.format} onChange={setFormat} />
            )}
          </>
        }
      />
      {open === "saved" && (
        <SavedReplyPicker
          departmentId={ticket.department.id}
          onPick={insertSaved}
          onClose={close}
        />
      )}
      {open === "variables" && known && (
        <VariablePicker
          known={known}
          onPick={(name) => {
            setOpen(null)
            editor.current?.insert({ text: placeholderOf(name) })
          }}
          onClose={() => close()}
        />
      )}
      {placeholdersIn(reply.text).some(({ name }) => name.startsWith("order.")) && (
        <OrderChoice
          ticket={ticket}
          value={reply.more.order_id}
          onChange={(order_id) =>
            set(({ more }) => ({ more: withMore(more, { order_id }) }))
          }
        />
      )}
      {unresolved.length > 0 && (
        <Alert variant="warning" role="status">
          <div className="flex flex-col gap-y-1">
            <span>{t("variables.unresolved")}</span>
            {orderRemark && unresolved.some(({ name }) => name.startsWith("order.")) && (
              <span>{t("variables.orderRemark")}</span>
            )}
            <div className="flex flex-wrap gap-1">
              {unresolved.map(({ source }, index) => (
                <Button
                  key={`${source}${index}`}
                  type="button"
                  size="small"
                  variant="secondary"
                  onClick={() => editor.current?.select(source)}
                >
                  {source}
                </Button>
              ))}
            </div>
          </div>
        </Alert>
      )}
    </div>
  )
}

const valuesOf = (known: ReadonlyMap<string, string | null | undefined>) =>
  new Map([...known].map(([name, value]) => [name, value ?? null]))
