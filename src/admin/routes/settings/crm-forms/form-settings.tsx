import { Input } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { Choice } from "../../../components/choice"
import { Field } from "../../../components/field"
import { NameField } from "../../../components/name-field"
import { Toggle } from "../../../components/toggle"
import { formBody, type FormDraft } from "../../../lib/form-draft"
import { classificationsQuery, isOfferedIn } from "../../../queries/classifications"
import { departmentOptions, departmentsQuery } from "../../../queries/departments"

type FormSettingsProps = {
  draft: FormDraft
  onChange: (changes: Partial<FormDraft>) => void
}

const NONE = "none"

export const FormSettings = ({ draft, onChange }: FormSettingsProps) => {
  const { t } = useTranslation("crmDesk")
  const { data: departments = [] } = useQuery(departmentsQuery)
  const { data: classifications = [] } = useQuery(classificationsQuery)

  return (
    <>
      <NameField
        label={t("forms.name")}
        hint={t("forms.nameHint")}
        value={draft.name}
        onChange={(name) => onChange({ name })}
      />
      <Field label={t("forms.handle")} hint={t("forms.handleHint")}>
        {(control) => (
          <Input
            {...control}
            maxLength={64}
            value={draft.handle}
            placeholder={formBody(draft).handle}
            onChange={({ target }) => onChange({ handle: target.value })}
          />
        )}
      </Field>
      <Field label={t("forms.department")}>
        {(control) => (
          <Choice
            {...control}
            value={draft.department_id}
            onChange={(department_id) => onChange({ department_id })}
            placeholder={t("departments.choose")}
            options={departmentOptions(departments)}
          />
        )}
      </Field>
      <Field label={t("forms.classification")} optional>
        {(control) => (
          <Choice
            {...control}
            value={draft.classification_id ?? NONE}
            onChange={(id) => onChange({ classification_id: id === NONE ? null : id })}
            options={[
              { value: NONE, label: t("forms.noClassification") },
              ...classifications
                .filter((one) => isOfferedIn(one, draft.department_id))
                .map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
      </Field>
      <Toggle
        label={t("forms.enabled")}
        checked={draft.enabled}
        onChange={(enabled) => onChange({ enabled })}
      />
      <Toggle
        label={t("forms.captcha")}
        hint={t("forms.captchaHint")}
        checked={draft.captcha}
        onChange={(captcha) => onChange({ captcha })}
      />
      <Toggle
        label={t("forms.confirm")}
        hint={t("forms.confirmHint")}
        checked={draft.confirm}
        onChange={(confirm) => onChange({ confirm })}
      />
    </>
  )
}
