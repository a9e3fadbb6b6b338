import { InlineTip, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type { MailProvider } from "../../../../../modules/mail/domain/mail-providers"
import { mailProvidersQuery } from "../../../../queries/mail-providers"

type ProviderNoteProps = { provider: MailProvider; isConsent: boolean }

/** What a merchant has to know of a provider before trying. */
export const ProviderNote = ({ provider, isConsent }: ProviderNoteProps) => {
  const { t } = useTranslation("crmDesk")
  const { data } = useQuery(mailProvidersQuery)
  const { name, login, oauth, help_url } = provider

  if (isConsent) {
    return null
  }
  const isMissing = oauth !== null && data && !data.oauth.includes(oauth)

  return (
    <InlineTip
      label={name}
      variant={
        login === "unavailable" ? "error" : login === "password" ? "info" : "warning"
      }
    >
      <span className="flex flex-col gap-y-1">
        <span>{t(`mailAccounts.login.${login}`)}</span>
        {isMissing && (
          <span>{t("mailAccounts.login.notSetUp", { option: `oauth.${oauth}` })}</span>
        )}
        {help_url && (
          <Text size="small" asChild>
            <a
              href={help_url}
              target="_blank"
              rel="noopener noreferrer"
              className="text-ui-fg-interactive"
            >
              {t("mailAccounts.login.help")}
            </a>
          </Text>
        )}
      </span>
    </InlineTip>
  )
}
