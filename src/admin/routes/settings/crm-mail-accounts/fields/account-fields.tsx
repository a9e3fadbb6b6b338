import { Input } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { DepartmentDrawer } from "../../../../components/department-drawer"
import { DepartmentChoice } from "../../../../components/department-choice"
import { Field } from "../../../../components/field"
import { Toggle } from "../../../../components/toggle"
import { departmentsQuery } from "../../../../queries/departments"
import type { FormPart } from "../mail-account-drawer"

type AccountFieldsProps = FormPart & { isLooking: boolean }

export const AccountFields = ({ form, set, account, isLooking }: AccountFieldsProps) => {
  const { t } = useTranslation("crmDesk")
  const { data: departments } = useQuery(departmentsQuery)
  const [isAdding, setIsAdding] = useState(false)

  return (
    <>
      {account && (
        <Toggle
          label={t("mailAccounts.enabled")}
          hint={t("mailAccounts.enabledHint")}
          checked={form.enabled}
          onChange={(enabled) => set({ enabled })}
        />
      )}
      <Field
        label={t("mailAccounts.address")}
        hint={
          account
            ? undefined
            : isLooking
              ? t("mailAccounts.looking")
              : t("mailAccounts.addressHint")
        }
      >
        {(control) => (
          <Input
            {...control}
            type="email"
            autoFocus={!account}
            autoComplete="off"
            aria-required
            value={form.address}
            placeholder="help@example.com"
            onChange={({ target }) => set({ address: target.value })}
          />
        )}
      </Field>
      <Field label={t("mailAccounts.department")} hint={t("mailAccounts.departmentHint")}>
        {(control) => (
          <DepartmentChoice
            {...control}
            value={form.departmentId}
            departments={departments}
            onChange={(departmentId) => set({ departmentId })}
            onAdd={() => setIsAdding(true)}
          />
        )}
      </Field>
      <Field label={t("mailAccounts.name")} hint={t("mailAccounts.nameHint")} optional>
        {(control) => (
          <Input
            {...control}
            maxLength={255}
            value={form.name}
            onChange={({ target }) => set({ name: target.value })}
          />
        )}
      </Field>
      {isAdding && (
        <DepartmentDrawer
          onClose={() => setIsAdding(false)}
          onSaved={({ id }) => set({ departmentId: id })}
        />
      )}
    </>
  )
}
