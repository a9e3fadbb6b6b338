import { BroomSparkle, Link, ListBullet } from "@medusajs/icons"
import type { Editor } from "@tiptap/react"
import { useState, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { LinkField } from "./link-field"
import type { Tiptap } from "./load-tiptap"
import { Tool } from "./toolbar-tool"

type ToolbarProps = {
  editor: Editor
  useEditorState: Tiptap["useEditorState"]
  end?: ReactNode
}

/** Buttons for what the keyboard can do too. */
export const Toolbar = ({ editor, useEditorState, end }: ToolbarProps) => {
  const { t } = useTranslation("crmDesk")
  const [isLinking, setIsLinking] = useState(false)
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive("bold"),
      italic: now.isActive("italic"),
      bulletList: now.isActive("bulletList"),
      orderedList: now.isActive("orderedList"),
      blockquote: now.isActive("blockquote"),
      link: now.isActive("link"),
    }),
  })
  const run = () => editor.chain().focus()

  return (
    <div className="border-ui-border-base border-b">
      <div
        role="toolbar"
        aria-label={t("editor.toolbar")}
        className="flex flex-wrap items-center gap-0.5 px-1 py-1"
      >
        <Tool
          label={t("editor.bold")}
          isOn={active.bold}
          onClick={() => run().toggleBold().run()}
        >
          <span className="font-bold">B</span>
        </Tool>
        <Tool
          label={t("editor.italic")}
          isOn={active.italic}
          onClick={() => run().toggleItalic().run()}
        >
          <span className="font-serif italic">I</span>
        </Tool>
        <Tool
          label={t("editor.bulletList")}
          isOn={active.bulletList}
          onClick={() => run().toggleBulletList().run()}
        >
          <ListBullet />
        </Tool>
        <Tool
          label={t("editor.orderedList")}
          isOn={active.orderedList}
          onClick={() => run().toggleOrderedList().run()}
        >
          <span className="txt-compact-xsmall-plus">1.</span>
        </Tool>
        <Tool
          label={t("editor.quote")}
          isOn={active.blockquote}
          onClick={() => run().toggleBlockquote().run()}
        >
          <span className="font-serif text-base leading-none">”</span>
        </Tool>
        <Tool
          label={t("editor.link")}
          isOn={active.link}
          onClick={() => setIsLinking((open) => !open)}
        >
          <Link />
        </Tool>
        <Tool
          label={t("editor.clear")}
          onClick={() => run().unsetAllMarks().clearNodes().run()}
        >
          <BroomSparkle />
        </Tool>
        <div className="ms-auto flex flex-wrap items-center gap-0.5">{end}</div>
      </div>
      {isLinking && <LinkField editor={editor} onClose={() => setIsLinking(false)} />}
    </div>
  )
}
