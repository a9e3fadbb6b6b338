import { clx, Textarea } from "@medusajs/ui"
import { useState, type ClipboardEvent, type DragEvent, type KeyboardEvent } from "react"
import { useTranslation } from "react-i18next"
import type { FieldControl } from "./field"

type MessageTextProps = Partial<FieldControl> & {
  value: string
  onChange: (value: string) => void
  onFiles: (files: File[]) => void
  /** Ctrl or Cmd with Enter. */
  onSend?: () => void
  placeholder?: string
  rows?: number
  autoFocus?: boolean
  className?: string
  "aria-label"?: string
}

/** Where a message is written: spelling by the browser, files by paste and drop. */
export const MessageText = ({
  value,
  onChange,
  onFiles,
  onSend,
  className,
  rows = 7,
  ...rest
}: MessageTextProps) => {
  const { i18n } = useTranslation("crmDesk")
  const [isOver, setIsOver] = useState(false)

  const takeFiles = (event: ClipboardEvent | DragEvent, files: FileList | undefined) => {
    if (files?.length) {
      event.preventDefault()
      onFiles([...files])
    }
  }
  const sendOnEnter = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onSend?.()
    }
  }

  return (
    <Textarea
      {...rest}
      rows={rows}
      value={value}
      spellCheck
      lang={i18n.language}
      onChange={({ target }) => onChange(target.value)}
      onKeyDown={sendOnEnter}
      onPaste={(event) => takeFiles(event, event.clipboardData?.files)}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        setIsOver(false)
        takeFiles(event, event.dataTransfer?.files)
      }}
      className={clx(
        "resize-y",
        { "shadow-borders-interactive-with-active": isOver },
        className
      )}
    />
  )
}
