import { Button, Container, Heading, Text, toast } from "@medusajs/ui"
import { useMemo, useState, type FormEvent } from "react"
import { useTranslation } from "react-i18next"
import type {
  MailTemplate,
  SaveMailTemplate,
} from "../../../../api/admin/crm/mail-templates/contract"
import { TemplateEditor } from "../../../components/editor/template-editor"
import { VariableInput } from "../../../components/editor/variable-input"
import { Field } from "../../../components/field"
import { ServerRefusal } from "../../../components/server-refusal"
import { Toggle } from "../../../components/toggle"
import { useSaveMailTemplate } from "../../../queries/mail-templates"
import { TemplatePreview } from "./template-preview"

type TemplateEditorSectionProps = { template: MailTemplate; onClose: () => void }

/** The words of one mail on the left, the mail as it leaves on the right. */
export const TemplateEditorSection = ({
  template,
  onClose,
}: TemplateEditorSectionProps) => {
  const { t } = useTranslation("crmDesk")
  const { mutate, isPending, error } = useSaveMailTemplate(template.key)
  const [form, setForm] = useState(() => formOf(template))
  const set = (patch: Partial<typeof form>) =>
    setForm((before) => ({ ...before, ...patch }))
  const known = useMemo(
    () => new Map(template.variables.map((name) => [name, undefined])),
    [template.variables]
  )
  const words = wordsOf(form, template)

  const save = (event: FormEvent) => {
    event.preventDefault()
    mutate(words, {
      onSuccess: () => {
        toast.success(t("mailTemplates.saved"))
        onClose()
      },
    })
  }

  return (
    <div className="grid grid-cols-1 gap-3 xl:grid-cols-2">
      <Container className="p-0">
        <form onSubmit={save} className="divide-y">
          <div className="px-6 py-4">
            <Heading>{t(`mailTemplates.name.${template.key}`)}</Heading>
            <Text size="small" className="text-ui-fg-subtle">
              {t(`mailTemplates.sent.${template.key}`)}
            </Text>
          </div>
          <div className="flex flex-col gap-y-6 px-6 py-4">
            {template.can_be_off && (
              <Toggle
                label={t("mailTemplates.enabled")}
                checked={form.enabled}
                onChange={(enabled) => set({ enabled })}
              />
            )}
            {template.has_details && (
              <Toggle
                label={t("mailTemplates.details")}
                hint={t("mailTemplates.detailsHint")}
                checked={form.includeDetails}
                onChange={(includeDetails) => set({ includeDetails })}
              />
            )}
            <Field label={t("mailTemplates.subject")}>
              {(control) => (
                <VariableInput
                  {...control}
                  maxLength={255}
                  value={form.subject}
                  onChange={(subject) => set({ subject })}
                  known={known}
                />
              )}
            </Field>
            {template.has_html && (
              <Field
                label={t("mailTemplates.formatted")}
                hint={t("mailTemplates.formattedHint")}
              >
                {(control) => (
                  <TemplateEditor
                    {...control}
                    label={t("mailTemplates.formatted")}
                    format="rich"
                    written={{ html: form.html, text: "" }}
                    onWrite={({ html }) => set({ html })}
                    known={known}
                  />
                )}
              </Field>
            )}
            <Field
              label={t("mailTemplates.text")}
              hint={template.has_html ? t("mailTemplates.textHint") : undefined}
            >
              {(control) => (
                <TemplateEditor
                  {...control}
                  label={t("mailTemplates.text")}
                  format="plain"
                  written={{ html: "", text: form.text }}
                  onWrite={({ text }) => set({ text })}
                  known={known}
                  rows={10}
                />
              )}
            </Field>
            <ServerRefusal error={error} />
          </div>
          <div className="flex justify-end gap-x-2 px-6 py-4">
            <Button type="button" size="small" variant="secondary" onClick={onClose}>
              {t("general.cancel")}
            </Button>
            <Button type="submit" size="small" isLoading={isPending}>
              {t("general.save")}
            </Button>
          </div>
        </form>
      </Container>
      <TemplatePreview template={template} words={words} />
    </div>
  )
}

const formOf = (template: MailTemplate) => ({
  subject: template.subject,
  html: template.body_html ?? "",
  text: template.body_text,
  enabled: template.enabled,
  includeDetails: template.include_details,
})

const wordsOf = (
  form: ReturnType<typeof formOf>,
  { has_html }: MailTemplate
): SaveMailTemplate => ({
  subject: form.subject.trim(),
  body_text: form.text.trim(),
  ...(has_html ? { body_html: form.html || null } : {}),
  enabled: form.enabled,
  include_details: form.includeDetails,
})
