import { Variable } from "@medusajs/icons"
import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { escapeHtml, lineBreaks } from "../../../modules/helpdesk/domain/fill-text"
import type { Format } from "../../lib/reply-draft"
import { placeholderOf, type KnownVariables } from "../../lib/variable-marks"
import type { FieldControl } from "../field"
import { FormatSwitch } from "./format-switch"
import { TextEditor, type EditorHandle, type WrittenText } from "./text-editor"
import { Tool } from "./toolbar-tool"
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
  known,
  ...rest
}: TemplateEditorProps) => {
  const { t } = useTranslation("crmDesk")
  const editor = useRef<EditorHandle>(null)
  const [isPicking, setIsPicking] = useState(false)
  const insert = (name: string) => {
    setIsPicking(false)
    editor.current?.insert({ text: placeholderOf(name) })
  }
  const switchTo = (next: Format) => {
    onFormat?.(next)
    onWrite({ text: written.text, html: next === "rich" ? htmlOf(written.text) : "" })
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
        known={known}
        aria-label={label}
        toolbarEnd={
          <>
            <Tool label={t("variables.insert")} onClick={() => setIsPicking(true)}>
              <Variable />
              {t("variables.short")}
            </Tool>
            {onFormat && <FormatSwitch format={format} onChange={switchTo} />}
          </>
        }
      />
      {isPicking && (
        <VariablePicker
          known={known}
          onPick={insert}
          onClose={() => {
            setIsPicking(false)
            editor.current?.focus()
          }}
        />
      )}
    </div>
  )
}

const htmlOf = (text: string) =>
  text.trim()
    ? text
        .split(/\n{2,}/)
        .map((paragraph) => `<p>${lineBreaks(escapeHtml(paragraph))}</p>`)
        .join("")
    : ""
