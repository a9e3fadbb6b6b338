import { Heading, Input } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Field } from "../../../../components/field"
import type { FormPart } from "../mail-account-drawer"
import { UsernameField } from "./login-fields"
import { ServerFields } from "./server-fields"

export const ImapFields = ({ form, set }: FormPart) => {
  const { t } = useTranslation("crmDesk")
  const setImap = (patch: Partial<typeof form.imap>) =>
    set({ imap: { ...form.imap, ...patch } })

  return (
    <section className="flex flex-col gap-y-4">
      <Heading level="h3">{t("mailAccounts.imapTitle")}</Heading>
      <ServerFields protocol="imap" server={form.imap} set={setImap} />
      <UsernameField server={form.imap} set={setImap} placeholder={form.address} />
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
