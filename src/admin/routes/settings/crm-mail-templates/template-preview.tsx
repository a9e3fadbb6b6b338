import { Container, Heading, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useEffect, useState } from "react"
import { useTranslation } from "react-i18next"
import type {
  MailTemplate,
  SaveMailTemplate,
} from "../../../../api/admin/crm/mail-templates/contract"
import { LinkedText } from "../../../components/linked-text"
import { MailFrame } from "../../../components/mail-frame"
import { ServerRefusal } from "../../../components/server-refusal"
import { mailTemplatePreview } from "../../../queries/mail-templates"

const PAUSE_MS = 400

type TemplatePreviewProps = { template: MailTemplate; words: SaveMailTemplate }

/** The mail as it would leave, filled with an invented example, while it is being worded. */
export const TemplatePreview = ({ template, words }: TemplatePreviewProps) => {
  const { t } = useTranslation("crmDesk")
  const settled = useSettled(words)
  const { data, error } = useQuery(mailTemplatePreview(template.key, settled))
  const preview = data?.preview

  return (
    <Container className="divide-y self-start p-0" aria-live="polite">
      <div className="px-6 py-4">
        <Heading level="h2">{t("mailTemplates.preview")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("mailTemplates.previewHint")}
        </Text>
      </div>
      <div className="flex flex-col gap-y-4 px-6 py-4">
        {error ? (
          <ServerRefusal error={error} />
        ) : (
          preview && (
            <>
              <Text weight="plus" className="[overflow-wrap:anywhere]">
                {preview.subject}
              </Text>
              {preview.html && (
                <MailFrame
                  html={preview.html}
                  attachments={[]}
                  title={t("mailTemplates.preview")}
                />
              )}
              {preview.html && (
                <Text size="small" className="text-ui-fg-subtle">
                  {t("mailTemplates.asText")}
                </Text>
              )}
              <LinkedText
                text={preview.text}
                className="bg-ui-bg-subtle txt-small rounded-md p-3"
              />
            </>
          )
        )}
      </div>
    </Container>
  )
}

/** The words once nobody is typing. */
function useSettled(words: SaveMailTemplate): SaveMailTemplate {
  const [settled, setSettled] = useState(words)
  const key = JSON.stringify(words)

  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), PAUSE_MS)
    return () => clearTimeout(timer)
    // The object is new at every render; its content is what counts.
  }, [key])

  return settled
}
