import { BoltSolid, Variable } from "@medusajs/icons"
import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import type { Attachment } from "../../../api/admin/crm/attachments/contract"
import { htmlOfText } from "../../lib/html-of-text"
import type { Format } from "../../lib/reply-draft"
import { placeholderOf, type KnownVariables } from "../../lib/variable-marks"
import type { FieldControl } from "../field"
import { FormatSwitch } from "./format-switch"
import { SavedReplyPicker } from "./saved-reply-picker"
import { TextEditor, type EditorHandle, type WrittenText } from "./text-editor"
import { Tool } from "./toolbar-tool"
import { useInsertSaved } from "./use-insert-saved"
import { VariablePicker } from "./variable-picker"

type TemplateEditorProps = Partial<FieldControl> & {
  label: string
  format: Format
  written: WrittenText
  onWrite: (written: WrittenText) => void
  /** Without it the format is what it is. */
  onFormat?: (format: Format) => void
  onFiles?: (
    files: File[],
    pictures: File[],
    onPicture: EditorHandle["insertImage"]
  ) => void
  onSend?: () => void
  /** Where saved replies may be put in, by "/" or by the button. */
  savedReplies?: {
    departmentId?: string
    onAttachments: (attachments: Attachment[]) => void
  }
  known: KnownVariables
  rows?: number
}

/** A text for later, with variables instead of names. */
export const TemplateEditor = ({
  label,
  format,
  written,
  onWrite,
  onFormat,
  onFiles,
  savedReplies,
  known,
  ...rest
}: TemplateEditorProps) => {
  const { t } = useTranslation("crmDesk")
  const editor = useRef<EditorHandle>(null)
  const [open, setOpen] = useState<"saved" | "variables" | null>(null)
  const insertSaved = useInsertSaved(editor, (files) =>
    savedReplies?.onAttachments(files)
  )
  const close = (written?: string) => {
    setOpen(null)
    if (written) {
      editor.current?.insert({ text: written })
    } else {
      editor.current?.focus()
    }
  }
  const switchTo = (next: Format) => {
    onFormat?.(next)
    onWrite({ text: written.text, html: next === "rich" ? htmlOfText(written.text) : "" })
  }

  return (
    <div className="flex flex-col gap-y-2">
      <TextEditor
        {...rest}
        handle={editor}
        format={format}
        {...written}
        onWrite={onWrite}
        onFiles={
          onFiles &&
          ((files, pictures) =>
            onFiles(files, pictures, (file) => editor.current?.insertImage(file)))
        }
        onSlash={savedReplies && (() => setOpen("saved"))}
        known={known}
        aria-label={label}
        toolbarEnd={
          <>
            {savedReplies && (
              <Tool label={t("savedReplies.insert")} onClick={() => setOpen("saved")}>
                <BoltSolid />
                <span className="hidden sm:inline">{t("savedReplies.short")}</span>
              </Tool>
            )}
            <Tool label={t("variables.insert")} onClick={() => setOpen("variables")}>
              <Variable />
              {t("variables.short")}
            </Tool>
            {onFormat && <FormatSwitch format={format} onChange={switchTo} />}
          </>
        }
      />
      {savedReplies && open === "saved" && (
        <SavedReplyPicker
          departmentId={savedReplies.departmentId}
          onPick={(id) => {
            setOpen(null)
            insertSaved(id)
          }}
          onClose={close}
        />
      )}
      {open === "variables" && (
        <VariablePicker
          known={known}
          onPick={(name) => close(placeholderOf(name))}
          onClose={() => close()}
        />
      )}
    </div>
  )
}
