import { clx } from "@medusajs/ui"
import type { Node } from "@tiptap/pm/model"
import { useEffect, useImperativeHandle, useRef } from "react"
import { cleanPaste, hasWords } from "../../lib/clean-paste"
import type { KnownVariables } from "../../lib/variable-marks"
import { inlineImage } from "./inline-image"
import type { Tiptap } from "./load-tiptap"
import type { EditorHandle, WriterProps } from "./text-editor"
import { Toolbar } from "./toolbar"
import { VARIABLES_CHANGED, variableMarks } from "./variable-marks"

const PICTURE = /^image\/(png|jpe?g|gif|webp)$/

/** Formatting that every mail program shows: emphasis, lists, links, quotes and pictures. */
const FORMATTING: Parameters<Tiptap["StarterKit"]["configure"]>[0] = {
  heading: false,
  code: false,
  codeBlock: false,
  horizontalRule: false,
  strike: false,
  link: { openOnClick: false, defaultProtocol: "https", protocols: ["mailto", "tel"] },
}

type RichTextProps = WriterProps & { tiptap: Tiptap }

/** Where formatted text is written. */
export const RichText = ({
  tiptap,
  handle,
  html,
  onWrite,
  onFiles,
  onSend,
  onSlash,
  known,
  lang,
  placeholder,
  className,
  toolbarEnd,
  ...labels
}: RichTextProps) => {
  const { EditorContent, useEditor, useEditorState } = tiptap
  // The editor is made once; what it calls must not be what it was made with.
  const latest = useRef({ onWrite, onFiles, onSend, onSlash })
  latest.current = { onWrite, onFiles, onSend, onSlash }
  const knownNow = useRef<KnownVariables | undefined>(known)
  knownNow.current = known

  const takeFiles = (files: File[]): boolean => {
    if (!files.length) {
      return false
    }
    latest.current.onFiles?.(
      files.filter(({ type }) => !PICTURE.test(type)),
      files.filter(({ type }) => PICTURE.test(type))
    )
    return true
  }

  const editor = useEditor({
    extensions: [
      tiptap.StarterKit.configure(FORMATTING),
      inlineImage(tiptap),
      variableMarks(tiptap, () => knownNow.current),
    ],
    content: html,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: {
        role: "textbox",
        "aria-multiline": "true",
        spellcheck: "true",
        ...(lang ? { lang } : {}),
        ...labels,
        class: clx("rich-text min-h-36 px-3 py-2 outline-none", className),
      },
      transformPastedHTML: cleanPaste,
      handlePaste: (_, { clipboardData }) => {
        const pasted = clipboardData?.getData("text/html") ?? ""

        // Word and Excel offer a picture of what was copied beside its words.
        return hasWords(pasted) ? false : takeFiles([...(clipboardData?.files ?? [])])
      },
      handleDrop: (_, event) => {
        const took = takeFiles([...(event.dataTransfer?.files ?? [])])

        if (took) {
          event.preventDefault()
        }
        return took
      },
      handleKeyDown: (view, event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          latest.current.onSend?.()
          return true
        }
        const { $from, empty } = view.state.selection
        const before = $from.parent.textBetween(0, $from.parentOffset, "", " ").slice(-1)

        if (event.key === "/" && empty && latest.current.onSlash && !before.trim()) {
          event.preventDefault()
          latest.current.onSlash()
          return true
        }
        return false
      },
    },
    onUpdate: ({ editor: written }) =>
      latest.current.onWrite({
        html: written.isEmpty ? "" : written.getHTML(),
        text: written.getText({ blockSeparator: "\n\n" }).replace(/\n{3,}/g, "\n\n"),
      }),
  })

  useImperativeHandle(
    handle,
    (): EditorHandle => ({
      focus: () => editor?.commands.focus(),
      insert: ({ html: formatted, text }) =>
        editor
          ?.chain()
          .focus()
          .insertContent(formatted ?? text)
          .run(),
      insertImage: ({ id, filename }) =>
        editor
          ?.chain()
          .focus()
          .insertContent({
            type: "inlineImage",
            attrs: { attachmentId: id, alt: filename },
          })
          .run(),
      select: (source) => {
        const at = editor ? positionOf(editor.state.doc, source) : -1

        if (editor && at >= 0) {
          editor
            .chain()
            .focus()
            .setTextSelection({ from: at, to: at + source.length })
            .scrollIntoView()
            .run()
        }
      },
    }),
    [editor]
  )

  // Sent, discarded, taken from another device: what is shown is no longer what was written here.
  useEffect(() => {
    if (editor && html !== (editor.isEmpty ? "" : editor.getHTML())) {
      editor.commands.setContent(html, { emitUpdate: false })
    }
  }, [editor, html])

  useEffect(() => {
    editor?.view.dispatch(editor.state.tr.setMeta(VARIABLES_CHANGED, true))
  }, [editor, known])

  return (
    <div className="bg-ui-bg-field shadow-borders-base focus-within:shadow-borders-interactive-with-active flex flex-col rounded-md">
      {editor && (
        <Toolbar editor={editor} useEditorState={useEditorState} end={toolbarEnd} />
      )}
      <div className="relative max-h-[50vh] overflow-y-auto">
        {!html && placeholder && (
          <p
            aria-hidden
            className="txt-small text-ui-fg-muted pointer-events-none absolute start-3 top-2"
          >
            {placeholder}
          </p>
        )}
        <EditorContent editor={editor} />
      </div>
      <style>{STYLE}</style>
    </div>
  )
}

/** Where a text stands in the document; -1 where it does not. */
function positionOf(doc: Node, source: string): number {
  let found = -1

  doc.descendants((block, at) => {
    if (found < 0 && block.isTextblock) {
      const index = block.textBetween(0, block.content.size, "", "\ufffc").indexOf(source)
      found = index < 0 ? -1 : at + 1 + index
    }
    return found < 0
  })
  return found
}

/** The admin's reset takes the looks of lists and quotes; a writer must see them. */
const STYLE = `
.rich-text { font-size: 0.875rem; line-height: 1.5rem; overflow-wrap: anywhere }
.rich-text p + p, .rich-text ul, .rich-text ol, .rich-text blockquote { margin-top: 0.5rem }
.rich-text ul { list-style: disc; padding-inline-start: 1.5rem }
.rich-text ol { list-style: decimal; padding-inline-start: 1.5rem }
.rich-text blockquote { border-inline-start: 2px solid var(--border-strong); padding-inline-start: 0.75rem; color: var(--fg-subtle) }
.rich-text a { color: var(--fg-interactive); text-decoration: underline }
.rich-text ::selection { background: var(--bg-highlight-hover) }
`
