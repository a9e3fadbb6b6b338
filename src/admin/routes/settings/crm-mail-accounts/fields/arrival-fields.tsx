import { useTranslation } from "react-i18next"
import { Choice } from "../../../../components/choice"
import { Field } from "../../../../components/field"
import type { FormPart } from "../mail-account-drawer"

/** Whether mail is fetched from a mailbox or brought by somebody who has it already. */
export const ArrivalFields = ({ form, set }: FormPart) => {
  const { t } = useTranslation("crmDesk")

  return (
    <Field
      label={t("mailAccounts.arrival.title")}
      hint={form.fetches ? undefined : t("mailAccounts.arrival.webhookHint")}
    >
      {(control) => (
        <Choice
          {...control}
          value={form.fetches ? "mailbox" : "webhook"}
          onChange={(way) => set({ fetches: way === "mailbox", consent: null })}
          options={(["mailbox", "webhook"] as const).map((value) => ({
            value,
            label: t(`mailAccounts.arrival.${value}`),
          }))}
        />
      )}
    </Field>
  )
}
