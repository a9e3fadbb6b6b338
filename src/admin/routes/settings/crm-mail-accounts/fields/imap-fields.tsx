import { Button, Heading, Hint, InlineTip, Input } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Field } from "../../../../components/field"
import { withPreset } from "../../../../lib/mail-account-form"
import { MAIL_PRESETS, type MailPreset } from "../../../../lib/mail-presets"
import type { FormPart } from "../mail-account-drawer"
import { LoginFields } from "./login-fields"
import { ServerFields } from "./server-fields"

export const ImapFields = ({ form, set, account }: FormPart) => {
  const { t } = useTranslation("crmDesk")
  const [chosen, setChosen] = useState<MailPreset>()
  const setImap = (patch: Partial<typeof form.imap>) =>
    set({ imap: { ...form.imap, ...patch } })

  const choose = (preset: MailPreset) => {
    setChosen(preset)
    set(withPreset(form, preset))
  }

  return (
    <section className="flex flex-col gap-y-4 border-t pt-6">
      <Heading level="h2">{t("mailAccounts.imapTitle")}</Heading>
      <div className="flex flex-col gap-y-2">
        <Hint>{t("mailAccounts.presets")}</Hint>
        <div className="flex flex-wrap gap-2">
          {MAIL_PRESETS.map((preset) => (
            <Button
              key={preset.id}
              type="button"
              size="small"
              variant={preset.id === chosen?.id ? "primary" : "secondary"}
              aria-pressed={preset.id === chosen?.id}
              onClick={() => choose(preset)}
            >
              {preset.name}
            </Button>
          ))}
        </div>
        {chosen?.remark && (
          <InlineTip label={chosen.name} variant="warning">
            {t(`mailAccounts.remark.${chosen.remark}`)}
          </InlineTip>
        )}
      </div>
      <ServerFields protocol="imap" server={form.imap} set={setImap} />
      <LoginFields
        server={form.imap}
        set={setImap}
        placeholder={form.address}
        hasPassword={Boolean(account?.imap.has_password)}
      />
      <Field label={t("mailAccounts.folder")} hint={t("mailAccounts.folderHint")}>
        {(control) => (
          <Input
            {...control}
            spellCheck={false}
            value={form.imap.folder}
            placeholder="INBOX"
            onChange={({ target }) => setImap({ folder: target.value })}
          />
        )}
      </Field>
    </section>
  )
}
