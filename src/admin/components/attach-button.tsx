import { PaperClip } from "@medusajs/icons"
import { Button } from "@medusajs/ui"
import { useRef } from "react"
import { useTranslation } from "react-i18next"

export const AttachButton = ({ onFiles }: { onFiles: (files: File[]) => void }) => {
  const { t } = useTranslation("crmDesk")
  const input = useRef<HTMLInputElement>(null)

  return (
    <>
      <Button
        type="button"
        size="small"
        variant="transparent"
        onClick={() => input.current?.click()}
      >
        <PaperClip />
        {t("attachments.add")}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="attach-files"
        onChange={({ target }) => {
          onFiles([...(target.files ?? [])])
          // Choosing the same file again is a change too.
          target.value = ""
        }}
      />
    </>
  )
}
