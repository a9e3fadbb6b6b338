import { Input, toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { looksLikeAddress } from "../lib/addresses"
import { customerName, useCreateCustomer } from "../queries/customers"
import type { PickedCustomer } from "./customer-picker"
import { Field } from "./field"
import { FormDrawer } from "./form-drawer"

type CustomerDrawerProps = {
  email?: string
  name?: string
  onClose: () => void
  onCreated: (customer: PickedCustomer) => void
}

/** A new customer without leaving what one is doing (V-80). */
export const CustomerDrawer = ({
  email = "",
  name = "",
  onClose,
  onCreated,
}: CustomerDrawerProps) => {
  const { t } = useTranslation("crmDesk")
  const { mutate, isPending, error } = useCreateCustomer()
  const [first = "", ...last] = name.split(" ")
  const [form, setForm] = useState({ email, firstName: first, lastName: last.join(" ") })
  const set = (patch: Partial<typeof form>) =>
    setForm((before) => ({ ...before, ...patch }))

  const save = () =>
    mutate(
      {
        email: form.email.trim(),
        ...(form.firstName.trim() ? { first_name: form.firstName.trim() } : {}),
        ...(form.lastName.trim() ? { last_name: form.lastName.trim() } : {}),
      },
      {
        onSuccess: ({ customer }) => {
          toast.success(
            t("customer.created", { name: customerName(customer) || customer.email })
          )
          onCreated({
            id: customer.id,
            email: customer.email,
            name: customerName(customer),
          })
          onClose()
        },
      }
    )

  return (
    <FormDrawer
      title={t("customer.create")}
      onClose={onClose}
      onSubmit={save}
      isSaving={isPending}
      canSave={looksLikeAddress(form.email)}
      error={error}
    >
      <Field label={t("customer.email")}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            type="email"
            aria-required
            value={form.email}
            onChange={({ target }) => set({ email: target.value })}
          />
        )}
      </Field>
      <Field label={t("customer.firstName")} optional>
        {(control) => (
          <Input
            {...control}
            value={form.firstName}
            onChange={({ target }) => set({ firstName: target.value })}
          />
        )}
      </Field>
      <Field label={t("customer.lastName")} optional>
        {(control) => (
          <Input
            {...control}
            value={form.lastName}
            onChange={({ target }) => set({ lastName: target.value })}
          />
        )}
      </Field>
    </FormDrawer>
  )
}
