import { ArrowDownMini, ArrowUpMini, Trash } from "@medusajs/icons"
import { IconButton, Input, Textarea } from "@medusajs/ui"
import { useState, type ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { FIELD_TYPES } from "../../../../modules/helpdesk/domain/field-answer"
import { Choice } from "../../../components/choice"
import { Field } from "../../../components/field"
import { Toggle } from "../../../components/toggle"
import { keyOf, withChoices, type DraftField } from "../../../lib/form-draft"
import { hasChoices } from "../crm-custom-fields/has-choices"
import { ChoiceNames } from "./choice-names"

type FieldEditorProps = {
  field: DraftField
  locale: string
  defaultLocale: string
  isFirst: boolean
  isLast: boolean
  onChange: (field: DraftField) => void
  onMove: (by: 1 | -1) => void
  onRemove: () => void
}

/** One thing the form asks. In another language than the default only its words are edited. */
export const FieldEditor = (props: FieldEditorProps) => {
  const { field, locale, defaultLocale, onChange } = props
  const { t } = useTranslation("crmDesk")
  const isDefault = locale === defaultLocale
  const text = field.texts[locale] ?? { label: "" }
  const say = (changes: Partial<typeof text>) =>
    onChange({
      ...field,
      texts: { ...field.texts, [locale]: { ...text, ...changes } },
    })

  return (
    <fieldset className="bg-ui-bg-subtle shadow-borders-base flex min-w-0 flex-col gap-y-4 rounded-lg p-4">
      <div className="flex items-center justify-between gap-x-2">
        <legend className="txt-compact-small-plus min-w-0 truncate">
          {field.texts[defaultLocale]?.label || t("forms.newField")}
        </legend>
        <Buttons {...props} />
      </div>
      <Field label={t("forms.label")} optional={!isDefault}>
        {(control) => (
          <Input
            {...control}
            maxLength={255}
            value={text.label}
            placeholder={isDefault ? undefined : field.texts[defaultLocale]?.label}
            onChange={({ target }) => say({ label: target.value })}
          />
        )}
      </Field>
      <Field label={t("forms.help")} optional>
        {(control) => (
          <Input
            {...control}
            maxLength={500}
            value={text.help ?? ""}
            onChange={({ target }) => say({ help: target.value })}
          />
        )}
      </Field>
      {isDefault ? (
        <WhatItAsks {...props} />
      ) : (
        field.choices && (
          <ChoiceNames
            choices={field.choices}
            names={text.choices ?? {}}
            onChange={(choices) => say({ choices })}
          />
        )
      )}
    </fieldset>
  )
}

const WhatItAsks = ({ field, defaultLocale, onChange }: FieldEditorProps) => {
  const { t } = useTranslation("crmDesk")
  const [choices, setChoices] = useState(field.choices?.join("\n") ?? "")

  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("forms.type")}>
          {(control) => (
            <Choice
              {...control}
              value={field.type}
              onChange={(value) =>
                onChange({
                  ...field,
                  type: FIELD_TYPES.find((type) => type === value) ?? field.type,
                })
              }
              options={FIELD_TYPES.map((value) => ({
                value,
                label: t(`fieldTypes.${value}`),
              }))}
            />
          )}
        </Field>
        <Field label={t("forms.key")}>
          {(control) => (
            <Input
              {...control}
              maxLength={40}
              disabled={field.isSaved}
              value={field.key}
              placeholder={keyOf(field, defaultLocale)}
              onChange={({ target }) => onChange({ ...field, key: target.value })}
            />
          )}
        </Field>
      </div>
      {hasChoices(field.type) && (
        <Field label={t("customFields.choices")} hint={t("customFields.choicesHint")}>
          {(control) => (
            <Textarea
              {...control}
              rows={4}
              value={choices}
              onChange={({ target }) => {
                setChoices(target.value)
                onChange(withChoices(field, target.value))
              }}
            />
          )}
        </Field>
      )}
      <Toggle
        label={t("forms.required")}
        checked={field.required}
        onChange={(required) => onChange({ ...field, required })}
      />
    </>
  )
}

const Buttons = ({ isFirst, isLast, onMove, onRemove }: FieldEditorProps) => {
  const { t } = useTranslation("crmDesk")
  const button = (label: string, icon: ReactNode, onClick: () => void, isOff = false) => (
    <IconButton
      type="button"
      size="small"
      variant="transparent"
      aria-label={label}
      title={label}
      disabled={isOff}
      onClick={onClick}
    >
      {icon}
    </IconButton>
  )

  return (
    <div className="flex shrink-0 items-center">
      {button(t("forms.up"), <ArrowUpMini />, () => onMove(-1), isFirst)}
      {button(t("forms.down"), <ArrowDownMini />, () => onMove(1), isLast)}
      {button(t("forms.removeField"), <Trash />, onRemove)}
    </div>
  )
}
