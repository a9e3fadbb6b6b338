import { Heading, InlineTip, Input, Label, RadioGroup, Text } from "@medusajs/ui"
import { useId } from "react"
import { useTranslation } from "react-i18next"
import { AFTER_READING } from "../../../../../modules/mail/domain/account-state"
import { Field } from "../../../../components/field"
import type { FormPart } from "../mail-account-drawer"

/** What becomes of a mail in the mailbox once the desk has it. */
export const AfterReadingFields = ({ form, set }: FormPart) => {
  const { t } = useTranslation("crmDesk")
  const id = useId()
  const choose = (value: string) => {
    const afterReading = AFTER_READING.find((candidate) => candidate === value)

    set(afterReading ? { afterReading } : {})
  }

  return (
    <section className="flex flex-col gap-y-4 border-t pt-6">
      <div>
        <Heading level="h2" id={id}>
          {t("mailAccounts.afterReading.title")}
        </Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("mailAccounts.afterReading.hint")}
        </Text>
      </div>
      <RadioGroup value={form.afterReading} onValueChange={choose} aria-labelledby={id}>
        {AFTER_READING.map((value) => (
          <div key={value} className="flex items-center gap-x-3">
            <RadioGroup.Item value={value} id={`${id}-${value}`} />
            <Label htmlFor={`${id}-${value}`} size="small">
              {t(`mailAccounts.afterReading.${value}`)}
            </Label>
          </div>
        ))}
      </RadioGroup>
      {form.afterReading === "move" && (
        <Field
          label={t("mailAccounts.afterReading.folder")}
          hint={t("mailAccounts.afterReading.folderHint")}
        >
          {(control) => (
            <Input
              {...control}
              aria-required
              spellCheck={false}
              value={form.afterReadingFolder}
              onChange={({ target }) => set({ afterReadingFolder: target.value })}
            />
          )}
        </Field>
      )}
      {form.afterReading === "delete" && (
        <InlineTip label={t("mailAccounts.afterReading.deleteTitle")} variant="warning">
          {t("mailAccounts.afterReading.deleteWarning")}
        </InlineTip>
      )}
    </section>
  )
}
