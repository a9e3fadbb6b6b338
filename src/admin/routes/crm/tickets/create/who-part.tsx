import { Button, Input } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { CustomerDrawer } from "../../../../components/customer-drawer"
import {
  CustomerPicker,
  type PickedCustomer,
} from "../../../../components/customer-picker"
import { Field } from "../../../../components/field"
import { looksLikeAddress } from "../../../../lib/addresses"
import { customerName, customerQueries } from "../../../../queries/customers"
import type { FormPart } from "./new-ticket-form"

/** With whom: a customer of the shop, or just an address (V-78 to V-80). */
export const WhoPart = ({ ticket, set }: FormPart) => {
  const { t } = useTranslation("crmDesk")
  const [isCreating, setIsCreating] = useState(false)
  const [wasLeft, setWasLeft] = useState(false)
  const customer = useNamed(ticket.customer)
  const isWrong = wasLeft && ticket.email.trim() !== "" && !looksLikeAddress(ticket.email)

  // The address stays what the agent makes of it: answers go there (M-39).
  const choose = (chosen: PickedCustomer | null) =>
    set(
      chosen
        ? { customer: chosen, email: chosen.email, name: chosen.name, orderId: "" }
        : { customer: null, orderId: "" }
    )

  return (
    <div className="grid grid-cols-1 gap-4 px-6 py-4 md:grid-cols-2">
      <Field
        label={t("create.customer")}
        hint={t("create.customerHint")}
        className="flex min-w-0 flex-col gap-y-2 md:col-span-2"
      >
        {(control) => (
          <div className="flex items-center gap-x-2">
            <div className="min-w-0 flex-1">
              <CustomerPicker {...control} value={customer} onChange={choose} />
            </div>
            <Button
              type="button"
              size="small"
              variant="secondary"
              onClick={() => setIsCreating(true)}
            >
              {t("customer.create")}
            </Button>
          </div>
        )}
      </Field>
      <Field
        label={t("create.email")}
        error={isWrong ? t("create.emailWrong") : undefined}
      >
        {(control) => (
          <Input
            {...control}
            type="email"
            autoComplete="off"
            value={ticket.email || (ticket.customer ? (customer?.email ?? "") : "")}
            onChange={({ target }) => set({ email: target.value })}
            onBlur={() => setWasLeft(true)}
          />
        )}
      </Field>
      <Field label={t("create.name")} optional>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            maxLength={255}
            value={ticket.name}
            onChange={({ target }) => set({ name: target.value })}
          />
        )}
      </Field>
      {isCreating && (
        <CustomerDrawer
          email={ticket.email}
          name={ticket.name}
          onClose={() => setIsCreating(false)}
          onCreated={choose}
        />
      )}
    </div>
  )
}

/** A customer that came by id alone gets its name from the shop. */
function useNamed(customer: PickedCustomer | null): PickedCustomer | null {
  const isNameless = Boolean(customer && !customer.email)
  const { data } = useQuery({
    ...customerQueries.detail(customer?.id ?? ""),
    enabled: isNameless,
  })

  return customer && data && isNameless
    ? { id: customer.id, name: customerName(data.customer), email: data.customer.email }
    : customer
}
