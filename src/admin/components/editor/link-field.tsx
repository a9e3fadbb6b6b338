import { Button, Input } from "@medusajs/ui"
import type { Editor } from "@tiptap/react"
import { useState, type KeyboardEvent } from "react"
import { useTranslation } from "react-i18next"
import { linkAddress } from "../../lib/link-address"

type LinkFieldProps = { editor: Editor; onClose: () => void }

/** Where the selected words, or the address itself, lead to. */
export const LinkField = ({ editor, onClose }: LinkFieldProps) => {
  const { t } = useTranslation("crmDesk")
  const [address, setAddress] = useState<string>(editor.getAttributes("link").href ?? "")
  const href = linkAddress(address)

  const apply = () => {
    const chain = editor.chain().focus().extendMarkRange("link")

    if (!address.trim()) {
      chain.unsetLink().run()
    } else if (!href) {
      return
    } else if (editor.state.selection.empty && !editor.isActive("link")) {
      chain
        .insertContent({
          type: "text",
          text: address.trim(),
          marks: [{ type: "link", attrs: { href } }],
        })
        .run()
    } else {
      chain.setLink({ href }).run()
    }
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      event.preventDefault()
      apply()
    }
    if (event.key === "Escape") {
      event.preventDefault()
      event.stopPropagation()
      onClose()
      editor.commands.focus()
    }
  }

  return (
    <div className="flex items-center gap-x-2 px-2 pb-2">
      <Input
        size="small"
        autoFocus
        aria-label={t("editor.linkAddress")}
        placeholder="https://"
        value={address}
        onChange={({ target }) => setAddress(target.value)}
        onKeyDown={onKeyDown}
        aria-invalid={Boolean(address.trim()) && !href}
      />
      <Button
        type="button"
        size="small"
        variant="secondary"
        disabled={Boolean(address.trim()) && !href}
        onClick={apply}
      >
        {t("editor.linkApply")}
      </Button>
    </div>
  )
}
