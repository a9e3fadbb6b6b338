import { useTranslation } from "react-i18next"
import { Choice } from "../../../components/choice"
import { Field } from "../../../components/field"

type LanguageChoiceProps = {
  /** Those the form has texts in. */
  locales: string[]
  defaultLocale: string
  value: string
  onChange: (locale: string) => void
}

/** What shops write in most; others come with the API. */
const OFFERED = ["en", "de", "fr", "es", "it", "nl", "pl", "pt", "sv", "da"]

/** In which language the texts below are written. */
export const LanguageChoice = ({
  locales,
  defaultLocale,
  value,
  onChange,
}: LanguageChoiceProps) => {
  const { t, i18n } = useTranslation("crmDesk")
  const names = new Intl.DisplayNames([i18n.language], { type: "language" })

  return (
    <Field
      label={t("forms.language")}
      hint={t("forms.languageHint", { language: names.of(defaultLocale) })}
    >
      {(control) => (
        <Choice
          {...control}
          value={value}
          onChange={onChange}
          options={[...new Set([...locales, ...OFFERED])].map((locale) => ({
            value: locale,
            label: names.of(locale) ?? locale,
          }))}
        />
      )}
    </Field>
  )
}
