import { Button, Heading, toast } from "@medusajs/ui"
import { Plus } from "@medusajs/icons"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { Form } from "../../../../api/admin/crm/forms/contract"
import { FormDrawer } from "../../../components/form-drawer"
import {
  draftOf,
  formBody,
  moved,
  newField,
  type DraftField,
} from "../../../lib/form-draft"
import { departmentsQuery } from "../../../queries/departments"
import { useSaveForm } from "../../../queries/forms"
import { FieldEditor } from "./field-editor"
import { FormSettings } from "./form-settings"
import { FormTextFields } from "./form-texts"
import { LanguageChoice } from "./language-choice"

/** Builds a form: what it is called, where it goes, and what it asks, language by language. */
export const FormBuilder = ({ form, onClose }: { form?: Form; onClose: () => void }) => {
  const { t } = useTranslation("crmDesk")
  const { data: departments = [] } = useQuery(departmentsQuery)
  const { mutate, isPending, error } = useSaveForm(form?.id)
  const [draft, setDraft] = useState(() => draftOf(form, departments[0]?.id ?? ""))
  const [locale, setLocale] = useState(draft.default_locale)
  const body = formBody(draft)

  const change = (changes: Partial<typeof draft>) =>
    setDraft((before) => ({ ...before, ...changes }))
  const changeField = (changed: DraftField) =>
    change({
      fields: draft.fields.map((field) => (field.row === changed.row ? changed : field)),
    })
  const save = () =>
    mutate(body, {
      onSuccess: ({ form: saved }) => {
        toast.success(t("forms.saved", { name: saved.name }))
        onClose()
      },
    })

  return (
    <FormDrawer
      title={form ? t("forms.edit") : t("forms.create")}
      onClose={onClose}
      onSubmit={save}
      isSaving={isPending}
      canSave={Boolean(
        body.name && body.handle && body.department_id && body.texts[draft.default_locale]
      )}
      error={error}
    >
      <FormSettings draft={draft} onChange={change} />
      <LanguageChoice
        locales={Object.keys(draft.texts)}
        defaultLocale={draft.default_locale}
        value={locale}
        onChange={setLocale}
      />
      <FormTextFields
        key={locale}
        text={draft.texts[locale] ?? { title: "" }}
        isDefault={locale === draft.default_locale}
        onChange={(text) => change({ texts: { ...draft.texts, [locale]: text } })}
      />
      <section className="flex flex-col gap-y-3" aria-label={t("forms.fields")}>
        <Heading level="h2">{t("forms.fields")}</Heading>
        {draft.fields.map((field, index) => (
          <FieldEditor
            key={field.row}
            field={field}
            locale={locale}
            defaultLocale={draft.default_locale}
            isFirst={index === 0}
            isLast={index === draft.fields.length - 1}
            onChange={changeField}
            onMove={(by) => change({ fields: moved(draft.fields, field.row, by) })}
            onRemove={() =>
              change({ fields: draft.fields.filter(({ row }) => row !== field.row) })
            }
          />
        ))}
        <Button
          type="button"
          size="small"
          variant="secondary"
          onClick={() =>
            change({ fields: [...draft.fields, newField(draft.default_locale)] })
          }
        >
          <Plus />
          {t("forms.addField")}
        </Button>
      </section>
    </FormDrawer>
  )
}
