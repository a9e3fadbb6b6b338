import { PaperClip, XMarkMini } from "@medusajs/icons"
import { IconButton, toast } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import type { Attachment } from "../../api/admin/crm/attachments/contract"
import { attachmentPath, download } from "../lib/download"
import { fileSize } from "../lib/file-size"
import { messageOf } from "../lib/server-error"
import { attachmentQuery } from "../queries/attachments"
import { useAfterPaint } from "./use-after-paint"

/** Larger pictures are downloaded when asked for, not for a thumbnail. */
const PREVIEW_LIMIT = 3_000_000
const PREVIEWED = /^image\/(png|jpe?g|gif|webp|avif)$/

type AttachmentChipsProps = {
  attachments: Attachment[]
  onRemove?: (id: string) => void
  preview?: boolean
}

export const AttachmentChips = ({
  attachments,
  onRemove,
  preview,
}: AttachmentChipsProps) => {
  const { t } = useTranslation("crmDesk")

  return attachments.length ? (
    <ul aria-label={t("attachments.label")} className="flex flex-wrap gap-2">
      {attachments.map((attachment) => (
        <li key={attachment.id}>
          <Chip attachment={attachment} onRemove={onRemove} preview={preview} />
        </li>
      ))}
    </ul>
  ) : null
}

const Chip = ({
  attachment,
  onRemove,
  preview,
}: Omit<AttachmentChipsProps, "attachments"> & { attachment: Attachment }) => {
  const { t, i18n } = useTranslation("crmDesk")
  const { id, filename, mime_type, size } = attachment
  const isPreviewed = preview && PREVIEWED.test(mime_type) && size <= PREVIEW_LIMIT
  const isKnown = mime_type !== "application/octet-stream"
  const save = () =>
    download(attachmentPath(id), filename).catch((error) => toast.error(messageOf(error)))

  return (
    <div className="bg-ui-bg-component shadow-borders-base flex max-w-72 items-center gap-x-2 overflow-hidden rounded-md">
      <button
        type="button"
        onClick={save}
        aria-label={t("attachments.download", { filename })}
        title={filename}
        className="hover:bg-ui-bg-component-hover flex min-w-0 items-center gap-x-2 px-2 py-1.5 text-start"
      >
        {isPreviewed ? (
          <Preview id={id} />
        ) : (
          <PaperClip className="text-ui-fg-muted shrink-0" />
        )}
        <span className="flex min-w-0 flex-col">
          <span className="txt-compact-small-plus truncate">{filename}</span>
          <span className="txt-compact-xsmall text-ui-fg-subtle truncate">
            {[fileSize(size, i18n.language), ...(isKnown ? [mime_type] : [])].join(" · ")}
          </span>
        </span>
      </button>
      {onRemove && (
        <IconButton
          type="button"
          size="small"
          variant="transparent"
          aria-label={t("attachments.remove", { filename })}
          onClick={() => onRemove(id)}
          className="me-1 shrink-0"
        >
          <XMarkMini />
        </IconButton>
      )}
    </div>
  )
}

const Preview = ({ id }: { id: string }) => {
  const { data: file } = useQuery({ ...attachmentQuery(id), enabled: useAfterPaint() })
  const [address, setAddress] = useState<string>()

  useEffect(() => {
    if (!file) {
      return
    }
    const created = URL.createObjectURL(file)
    setAddress(created)
    return () => URL.revokeObjectURL(created)
  }, [file])

  return (
    <span className="bg-ui-bg-subtle size-10 shrink-0 overflow-hidden rounded">
      {address && <img src={address} alt="" className="size-full object-cover" />}
    </span>
  )
}
