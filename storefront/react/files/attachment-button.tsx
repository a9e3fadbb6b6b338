import { useState } from "react"
import type { Attachment } from "../../client/types"
import { failureText } from "../failure-text"
import { useSupport } from "../support-provider"

/** A private file: fetched with the visitor's login, and saved, never opened in the page. */
export function AttachmentButton({ attachment }: { attachment: Attachment }) {
  const { client, locale, text } = useSupport()
  const [failure, setFailure] = useState<string | null>(null)

  const download = async () => {
    setFailure(null)
    try {
      save(await client.attachments.download(attachment.id), attachment.filename)
    } catch (error) {
      setFailure(failureText(error, text))
    }
  }
  return (
    <>
      <button
        type="button"
        className="crm-link"
        aria-label={text("files_download", { name: attachment.filename })}
        onClick={download}
      >
        {attachment.filename} ({sizeOf(attachment.size, locale)})
      </button>
      {failure && (
        <span className="crm-error" role="alert">
          {failure}
        </span>
      )}
    </>
  )
}

function save(content: Blob, filename: string) {
  const url = URL.createObjectURL(content)
  const link = document.createElement("a")
  link.href = url
  link.download = filename
  link.click()
  URL.revokeObjectURL(url)
}

function sizeOf(bytes: number, locale: string) {
  const [unit, amount] =
    bytes < 1_000_000
      ? (["kilobyte", bytes / 1_000] as const)
      : (["megabyte", bytes / 1_000_000] as const)
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit,
    maximumFractionDigits: 1,
  }).format(amount)
}
