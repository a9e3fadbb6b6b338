import { Heading } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Toggle } from "../../../../components/toggle"
import type { FormPart } from "../mail-account-drawer"
import { PasswordField, UsernameField } from "./login-fields"
import { ServerFields } from "./server-fields"

export const SmtpFields = ({ form, set, account }: FormPart) => {
  const { t } = useTranslation("crmDesk")
  const setSmtp = (patch: Partial<typeof form.smtp>) =>
    set({ smtp: { ...form.smtp, ...patch } })

  return (
    <section className="flex flex-col gap-y-4">
      <Heading level="h3">{t("mailAccounts.smtpTitle")}</Heading>
      <ServerFields protocol="smtp" server={form.smtp} set={setSmtp} />
      {form.fetches && !form.consent && (
        <Toggle
          label={t("mailAccounts.sameLogin")}
          hint={t("mailAccounts.sameLoginHint")}
          checked={form.sameLogin}
          onChange={(sameLogin) => set({ sameLogin })}
        />
      )}
      {(!form.fetches || (!form.consent && !form.sameLogin)) && (
        <>
          <UsernameField
            server={form.smtp}
            set={setSmtp}
            placeholder={t("mailAccounts.noLogin")}
          />
          <PasswordField
            server={form.smtp}
            set={setSmtp}
            hasPassword={Boolean(account?.smtp.has_password)}
          />
        </>
      )}
    </section>
  )
}
