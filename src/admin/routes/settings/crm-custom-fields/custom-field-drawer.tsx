import { Input, Textarea, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { CustomField } from "../../../../api/admin/crm/custom-fields/contract"
import {
  CUSTOM_FIELD_TYPES,
  type CustomFieldType,
} from "../../../../modules/helpdesk/domain/custom-field"
import { Choice } from "../../../components/choice"
import { Field } from "../../../components/field"
import { FormDrawer } from "../../../components/form-drawer"
import { NameField } from "../../../components/name-field"
import { Toggle } from "../../../components/toggle"
import { keyFrom, linesOf } from "../../../lib/field-key"
import { useSaveCustomField } from "../../../queries/custom-fields"
import { hasChoices } from "./has-choices"

type CustomFieldDrawerProps = { field?: CustomField; onClose: () => void }

export const CustomFieldDrawer = ({ field, onClose }: CustomFieldDrawerProps) => {
  const { t } = useTranslation("crmDesk")
  const { mutate, isPending, error } = useSaveCustomField(field?.id)
  const [label, setLabel] = useState(field?.label ?? "")
  const [key, setKey] = useState(field?.key ?? "")
  const [type, setType] = useState<CustomFieldType>(field?.type ?? "text")
  const [choices, setChoices] = useState(field?.choices.join("\n") ?? "")
  const [isVisible, setVisible] = useState(field?.visible_in_store ?? false)
  const usedKey = key || keyFrom(label)

  const save = () => {
    const body = {
      label: label.trim(),
      visible_in_store: isVisible,
      ...(hasChoices(type) ? { choices: linesOf(choices) } : {}),
    }
    mutate(field ? body : { ...body, key: usedKey, type }, {
      onSuccess: ({ custom_field }) => {
        toast.success(t("customFields.saved", { label: custom_field.label }))
        onClose()
      },
    })
  }

  return (
    <FormDrawer
      title={field ? t("customFields.edit") : t("customFields.create")}
      onClose={onClose}
      onSubmit={save}
      isSaving={isPending}
      canSave={Boolean(
        label.trim() && usedKey && (!hasChoices(type) || linesOf(choices).length)
      )}
      error={error}
    >
      <NameField label={t("customFields.label")} value={label} onChange={setLabel} />
      <Field label={t("customFields.key")} hint={t("customFields.keyHint")}>
        {(control) => (
          <Input
            {...control}
            maxLength={40}
            disabled={Boolean(field)}
            value={usedKey}
            onChange={({ target }) => setKey(target.value)}
          />
        )}
      </Field>
      <Field label={t("customFields.type")}>
        {(control) => (
          <Choice
            {...control}
            disabled={Boolean(field)}
            value={type}
            onChange={(value) =>
              setType(CUSTOM_FIELD_TYPES.find((known) => known === value) ?? type)
            }
            options={CUSTOM_FIELD_TYPES.map((value) => ({
              value,
              label: t(`fieldTypes.${value}`),
            }))}
          />
        )}
      </Field>
      {hasChoices(type) && (
        <Field label={t("customFields.choices")} hint={t("customFields.choicesHint")}>
          {(control) => (
            <Textarea
              {...control}
              rows={5}
              value={choices}
              onChange={({ target }) => setChoices(target.value)}
            />
          )}
        </Field>
      )}
      <Toggle
        label={t("customFields.visible")}
        hint={t("customFields.visibleHint")}
        checked={isVisible}
        onChange={setVisible}
      />
    </FormDrawer>
  )
}
