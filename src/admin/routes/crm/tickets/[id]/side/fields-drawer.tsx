import { Combobox } from "@medusajs/dashboard/components"
import { Input, Textarea, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { CustomField } from "../../../../../../api/admin/crm/custom-fields/contract"
import type { Ticket } from "../../../../../../api/admin/crm/tickets/contract"
import type { FieldValue } from "../../../../../../modules/helpdesk/domain/custom-field"
import { Field, type FieldControl } from "../../../../../components/field"
import { FormDrawer } from "../../../../../components/form-drawer"
import { Toggle } from "../../../../../components/toggle"
import { useUpdateTicket } from "../../../../../queries/tickets"

type FieldsDrawerProps = {
  ticket: Ticket
  declared: CustomField[]
  onClose: () => void
}

type Values = Record<string, FieldValue | null>

/** Fills in the shop's own fields of a ticket. */
export const FieldsDrawer = ({ ticket, declared, onClose }: FieldsDrawerProps) => {
  const { t } = useTranslation("crmDesk")
  const { mutate, isPending, error } = useUpdateTicket(ticket.id)
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(
      declared.map(({ key }) => [
        key,
        ticket.custom_fields.find((field) => field.key === key)?.value ?? null,
      ])
    )
  )
  const save = () =>
    mutate(
      { custom_fields: values },
      {
        onSuccess: () => {
          toast.success(t("customFields.savedOnTicket"))
          onClose()
        },
      }
    )

  return (
    <FormDrawer
      title={t("customFields.onTicket")}
      onClose={onClose}
      onSubmit={save}
      isSaving={isPending}
      canSave
      error={error}
    >
      {declared.map((field) => (
        <ValueField
          key={field.id}
          field={field}
          value={values[field.key] ?? null}
          onChange={(value) => setValues((before) => ({ ...before, [field.key]: value }))}
        />
      ))}
    </FormDrawer>
  )
}

type ValueFieldProps = {
  field: CustomField
  value: FieldValue | null
  onChange: (value: FieldValue | null) => void
}

const ValueField = (props: ValueFieldProps) => {
  const { field, value, onChange } = props

  return field.type === "consent" ? (
    <Toggle label={field.label} checked={value === true} onChange={onChange} />
  ) : (
    <Field label={field.label}>
      {(control) => <ValueControl {...props} control={control} />}
    </Field>
  )
}

const INPUT_TYPES = { text: "text", number: "number", date: "date" } as const

const ValueControl = ({
  field,
  value,
  onChange,
  control,
}: ValueFieldProps & { control: FieldControl }) => {
  const options = field.choices.map((choice) => ({ value: choice, label: choice }))

  switch (field.type) {
    case "choice":
      return (
        <Combobox<string>
          {...control}
          allowClear
          value={typeof value === "string" ? value : ""}
          onChange={(next) => onChange(next ?? null)}
          options={options}
        />
      )
    case "multi_choice":
      return (
        <Combobox<string[]>
          {...control}
          displayMode="chips"
          value={Array.isArray(value) ? value : []}
          onChange={(next) => onChange(next ?? null)}
          options={options}
        />
      )
    case "long_text":
      return (
        <Textarea
          {...control}
          rows={4}
          value={String(value ?? "")}
          onChange={({ target }) => onChange(target.value)}
        />
      )
    case "consent":
      return null
    default:
      return (
        <Input
          {...control}
          type={INPUT_TYPES[field.type]}
          step="any"
          value={String(value ?? "")}
          onChange={({ target }) => onChange(target.value)}
        />
      )
  }
}
