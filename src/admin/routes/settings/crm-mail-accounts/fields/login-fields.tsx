import { Input } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Field } from "../../../../components/field"
import type { MailAccountForm } from "../../../../lib/mail-account-form"

type Server = MailAccountForm["smtp"]
type PasswordFieldProps = {
  server: Server
  set: (patch: Partial<Server>) => void
  hasPassword: boolean
}
type UsernameFieldProps = {
  server: Server
  set: (patch: Partial<Server>) => void
  /** What is used when nothing is typed. */
  placeholder: string
}

export const UsernameField = ({ server, set, placeholder }: UsernameFieldProps) => {
  const { t } = useTranslation("crmDesk")

  return (
    <Field label={t("mailAccounts.username")}>
      {(control) => (
        <Input
          {...control}
          autoComplete="off"
          spellCheck={false}
          value={server.username}
          placeholder={placeholder}
          onChange={({ target }) => set({ username: target.value })}
        />
      )}
    </Field>
  )
}

export const PasswordField = ({ server, set, hasPassword }: PasswordFieldProps) => {
  const { t } = useTranslation("crmDesk")

  return (
    <Field
      label={t("mailAccounts.password")}
      hint={hasPassword ? t("mailAccounts.passwordKept") : undefined}
    >
      {(control) => (
        <Input
          {...control}
          type="password"
          autoComplete="new-password"
          value={server.password}
          onChange={({ target }) => set({ password: target.value })}
        />
      )}
    </Field>
  )
}
