import { Heading, InlineTip, Input } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Field } from "../../../../components/field"
import { Toggle } from "../../../../components/toggle"
import type { FormPart } from "../mail-account-drawer"

/** Whom this account believes: certificates, and what the mail server says of senders. */
export const TrustFields = ({ form, set }: FormPart) => {
  const { t } = useTranslation("crmDesk")

  return (
    <section className="flex flex-col gap-y-4 border-t pt-6">
      <Heading level="h2">{t("mailAccounts.advanced")}</Heading>
      <Toggle
        label={t("mailAccounts.selfSigned")}
        hint={t("mailAccounts.selfSignedHint")}
        checked={form.allowSelfSigned}
        onChange={(allowSelfSigned) => set({ allowSelfSigned })}
      />
      {form.allowSelfSigned && (
        <InlineTip label={t("mailAccounts.selfSignedTitle")} variant="warning">
          {t("mailAccounts.selfSignedWarning")}
        </InlineTip>
      )}
      <Field
        label={t("mailAccounts.authserv")}
        hint={t("mailAccounts.authservHint")}
        optional
      >
        {(control) => (
          <Input
            {...control}
            spellCheck={false}
            value={form.authservId}
            placeholder="mx.example.com"
            onChange={({ target }) => set({ authservId: target.value })}
          />
        )}
      </Field>
    </section>
  )
}
