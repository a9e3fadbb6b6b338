import { XMarkMini } from "@medusajs/icons"
import { IconButton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { Upload } from "./use-uploads"

type UploadListProps = { uploads: Upload[]; onForget: (key: string) => void }

export const UploadList = ({ uploads, onForget }: UploadListProps) => {
  const { t } = useTranslation("crmDesk")

  return uploads.length ? (
    <ul aria-live="polite" className="flex flex-col gap-y-1">
      {uploads.map(({ key, filename, progress, error }) => (
        <li key={key} className="flex items-center gap-x-2">
          {error ? (
            <Text size="small" className="text-ui-fg-error">
              {filename}: {error}
            </Text>
          ) : (
            <>
              <Text size="small" className="text-ui-fg-subtle">
                {t("attachments.uploading", { filename })}
              </Text>
              <progress
                value={progress}
                max={1}
                aria-label={filename}
                className="h-1.5 w-32"
              />
            </>
          )}
          {error && (
            <IconButton
              type="button"
              size="2xsmall"
              variant="transparent"
              aria-label={t("attachments.dismiss", { filename })}
              onClick={() => onForget(key)}
            >
              <XMarkMini />
            </IconButton>
          )}
        </li>
      ))}
    </ul>
  ) : null
}
