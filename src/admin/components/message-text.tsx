import { clx, Textarea } from "@medusajs/ui"
import {
  useState,
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
  type Ref,
} from "react"
import { useTranslation } from "react-i18next"
import type { FieldControl } from "./field"

type MessageTextProps = Partial<FieldControl> & {
  value: string
  onChange: (value: string) => void
  onFiles: (files: File[]) => void
  /** Ctrl or Cmd with Enter. */
  onSend?: () => void
  /** "/" where a word begins. */
  onSlash?: () => void
  /** BCP 47, for the browser's spelling; the agent's own language when nothing is known (V-67). */
  lang?: string
  area?: Ref<HTMLTextAreaElement>
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
  onSlash,
  lang,
  area,
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
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart } = event.currentTarget

    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      onSend?.()
    }
    if (event.key === "/" && onSlash && !value.charAt(selectionStart - 1).trim()) {
      event.preventDefault()
      onSlash()
    }
  }

  return (
    <Textarea
      {...rest}
      ref={area}
      rows={rows}
      value={value}
      spellCheck
      lang={lang ?? i18n.language}
      onChange={({ target }) => onChange(target.value)}
      onKeyDown={onKeyDown}
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
