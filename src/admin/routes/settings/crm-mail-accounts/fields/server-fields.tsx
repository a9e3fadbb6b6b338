import { Input } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Choice } from "../../../../components/choice"
import { Field } from "../../../../components/field"
import type { MailAccountForm } from "../../../../lib/mail-account-form"
import { portWith } from "../../../../lib/usual-port"

type Server = MailAccountForm["smtp"]
type ServerFieldsProps = {
  protocol: "imap" | "smtp"
  server: Server
  set: (patch: Partial<Server>) => void
}

const SECURITIES = ["tls", "starttls", "none"] as const

/** Host, port and encryption: the same three questions for IMAP and SMTP. */
export const ServerFields = ({ protocol, server, set }: ServerFieldsProps) => {
  const { t } = useTranslation("crmDesk")
  const setSecurity = (security: Server["security"]) =>
    set({ security, port: portWith(protocol, server, security) })

  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)_6rem] gap-3">
        <Field label={t("mailAccounts.host")}>
          {(control) => (
            <Input
              {...control}
              aria-required
              autoComplete="off"
              spellCheck={false}
              value={server.host}
              placeholder={`${protocol}.example.com`}
              onChange={({ target }) => set({ host: target.value })}
            />
          )}
        </Field>
        <Field label={t("mailAccounts.port")}>
          {(control) => (
            <Input
              {...control}
              aria-required
              inputMode="numeric"
              pattern="[0-9]*"
              value={server.port}
              onChange={({ target }) => set({ port: target.value })}
            />
          )}
        </Field>
      </div>
      <Field
        label={t("mailAccounts.security")}
        hint={
          server.security === "none" && (
            <span className="text-ui-tag-orange-text">
              {t("mailAccounts.noneWarning")}
            </span>
          )
        }
      >
        {(control) => (
          <Choice
            {...control}
            value={server.security}
            onChange={(security) => setSecurity(security as Server["security"])}
            options={SECURITIES.map((value) => ({
              value,
              label: t(`mailAccounts.securities.${value}`),
            }))}
          />
        )}
      </Field>
    </>
  )
}
