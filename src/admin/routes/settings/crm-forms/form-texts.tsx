import { Input, Textarea } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { FormTexts } from "../../../../modules/helpdesk/domain/form"
import { Field } from "../../../components/field"

type Text = FormTexts[string]
type FormTextFieldsProps = {
  text: Text
  isDefault: boolean
  onChange: (text: Text) => void
}

/** What the shopper reads around the fields, in one language. */
export const FormTextFields = ({ text, isDefault, onChange }: FormTextFieldsProps) => {
  const { t } = useTranslation("crmDesk")

  return (
    <>
      <Field label={t("forms.formTitle")} optional={!isDefault}>
        {(control) => (
          <Input
            {...control}
            aria-required={isDefault}
            maxLength={255}
            value={text.title}
            onChange={({ target }) => onChange({ ...text, title: target.value })}
          />
        )}
      </Field>
      <Field label={t("forms.intro")} optional>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={5000}
            value={text.intro ?? ""}
            onChange={({ target }) => onChange({ ...text, intro: target.value })}
          />
        )}
      </Field>
      <Field label={t("forms.submitLabel")} optional>
        {(control) => (
          <Input
            {...control}
            maxLength={100}
            value={text.submit_label ?? ""}
            onChange={({ target }) => onChange({ ...text, submit_label: target.value })}
          />
        )}
      </Field>
      <Field label={t("forms.thanks")} hint={t("forms.thanksHint")} optional>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={2000}
            value={text.thanks ?? ""}
            onChange={({ target }) => onChange({ ...text, thanks: target.value })}
          />
        )}
      </Field>
      <Field label={t("forms.confirmation")} hint={t("forms.confirmationHint")} optional>
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            maxLength={5000}
            value={text.confirmation ?? ""}
            onChange={({ target }) => onChange({ ...text, confirmation: target.value })}
          />
        )}
      </Field>
    </>
  )
}
