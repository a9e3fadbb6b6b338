import { Heading, Input, Textarea } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Field } from "../../../../components/field"
import { Toggle } from "../../../../components/toggle"
import type { FormPart } from "../mail-account-drawer"

/** What this account adds to mail, and what it answers by itself. */
export const AutoReplyFields = ({ form, set }: FormPart) => {
  const { t } = useTranslation("crmDesk")

  return (
    <section className="flex flex-col gap-y-4 border-t pt-6">
      <Heading level="h2">{t("mailAccounts.texts")}</Heading>
      <Field
        label={t("mailAccounts.footer")}
        hint={t("mailAccounts.footerHint")}
        optional
      >
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            value={form.replyFooter}
            onChange={({ target }) => set({ replyFooter: target.value })}
          />
        )}
      </Field>
      <Toggle
        label={t("mailAccounts.autoReply")}
        hint={t("mailAccounts.autoReplyHint")}
        checked={form.autoReply}
        onChange={(autoReply) => set({ autoReply })}
      />
      {form.autoReply && (
        <>
          <Field label={t("mailAccounts.autoReplySubject")}>
            {(control) => (
              <Input
                {...control}
                aria-required
                maxLength={255}
                value={form.autoReplySubject}
                onChange={({ target }) => set({ autoReplySubject: target.value })}
              />
            )}
          </Field>
          <Field label={t("mailAccounts.autoReplyBody")}>
            {(control) => (
              <Textarea
                {...control}
                aria-required
                rows={5}
                value={form.autoReplyBody}
                onChange={({ target }) => set({ autoReplyBody: target.value })}
              />
            )}
          </Field>
        </>
      )}
    </section>
  )
}
