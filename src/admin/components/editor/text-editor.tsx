import { Skeleton } from "@medusajs/ui"
import {
  lazy,
  Suspense,
  useImperativeHandle,
  useRef,
  type ReactNode,
  type Ref,
} from "react"
import type { Attachment } from "../../../api/admin/crm/attachments/contract"
import type { KnownVariables } from "../../lib/variable-marks"
import { MessageText } from "../message-text"
import { loadTiptap } from "./load-tiptap"
import { RichText } from "./rich-text"

const LazyRichText = lazy(async () => {
  const tiptap = await loadTiptap()

  return { default: (props: WriterProps) => <RichText tiptap={tiptap} {...props} /> }
})

export type WrittenText = {
  /** Empty while nothing is written, and while the format is plain. */
  html: string
  text: string
}

export type EditorHandle = {
  focus: () => void
  /** At the cursor. Without HTML the text is put in as it is. */
  insert: (content: { html?: string | null; text: string }) => void
  insertImage: (attachment: Attachment) => void
  /** Marks the first place where these letters stand, so that the writer sees them. */
  select: (source: string) => void
}

export type WriterProps = WrittenText & {
  handle?: Ref<EditorHandle>
  onWrite: (written: WrittenText) => void
  /** Files to attach, and pictures to show in the text; in plain text all are attached. */
  onFiles?: (files: File[], pictures: File[]) => void
  /** Ctrl or Cmd with Enter. */
  onSend?: () => void
  /** "/" where a word begins. */
  onSlash?: () => void
  known?: KnownVariables
  /** BCP 47, for the browser's spelling. */
  lang?: string
  placeholder?: string
  className?: string
  id?: string
  "aria-label"?: string
  "aria-describedby"?: string
  toolbarEnd?: ReactNode
}

type TextEditorProps = WriterProps & { format: "rich" | "plain"; rows?: number }

/** A message, formatted or plain. */
export const TextEditor = ({ format, rows, ...writer }: TextEditorProps) =>
  format === "rich" ? (
    <Suspense fallback={<Skeleton className="h-48 w-full rounded-md" />}>
      <LazyRichText {...writer} />
    </Suspense>
  ) : (
    <PlainText rows={rows} {...writer} />
  )

const PlainText = ({
  handle,
  html: _,
  text,
  onWrite,
  onFiles,
  onSlash,
  known: __,
  toolbarEnd,
  ...rest
}: WriterProps & { rows?: number }) => {
  const area = useRef<HTMLTextAreaElement>(null)

  useImperativeHandle(handle, (): EditorHandle => {
    const insert = (inserted: string) => {
      const { selectionStart = text.length, selectionEnd = text.length } =
        area.current ?? {}

      onWrite({
        html: "",
        text: `${text.slice(0, selectionStart)}${inserted}${text.slice(selectionEnd)}`,
      })
      area.current?.focus()
    }
    return {
      focus: () => area.current?.focus(),
      insert: ({ text: inserted }) => insert(inserted),
      insertImage: () => undefined,
      select: (source) => {
        const at = text.indexOf(source)

        if (at >= 0) {
          area.current?.focus()
          area.current?.setSelectionRange(at, at + source.length)
        }
      },
    }
  })

  return (
    <div className="flex flex-col gap-y-1">
      {toolbarEnd && (
        <div className="flex flex-wrap items-center justify-end gap-0.5">
          {toolbarEnd}
        </div>
      )}
      <MessageText
        {...rest}
        area={area}
        value={text}
        onChange={(written) => onWrite({ html: "", text: written })}
        onFiles={(files) => onFiles?.(files, [])}
        onSlash={onSlash}
      />
    </div>
  )
}
