import { Button, Heading, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import {
  providerOfServer,
  type MailProvider,
} from "../../../../../modules/mail/domain/mail-providers"
import { PROVIDER_NAMES } from "../../../../../modules/mail/domain/oauth-providers"
import { ServerRefusal } from "../../../../components/server-refusal"
import { mailProvidersQuery } from "../../../../queries/mail-providers"
import type { FormPart } from "../mail-account-drawer"
import { useConnect } from "../use-connect"
import { PasswordField } from "./login-fields"
import { ProviderNote } from "./provider-note"

type LoginSectionProps = FormPart & { detected: MailProvider | null }

/** How the account proves who it is: by the provider's consent, or by a password. */
export const LoginSection = ({ form, set, account, detected }: LoginSectionProps) => {
  const { t } = useTranslation("crmDesk")
  const { data } = useQuery(mailProvidersQuery)
  const { connect, isConnecting, error } = useConnect()
  const provider = detected ?? providerOfServer(form.imap.host)
  const offered = account?.oauth?.provider ?? provider?.oauth ?? null
  const isOffered = offered !== null && data?.oauth.includes(offered)
  const isClosed = provider?.login === "unavailable" && !form.imap.host
  const name = offered && PROVIDER_NAMES[offered]

  return (
    <section className="flex flex-col gap-y-4 border-t pt-6">
      <Heading level="h2">{t("mailAccounts.login.title")}</Heading>
      {provider && <ProviderNote provider={provider} isConsent={Boolean(form.consent)} />}
      {form.consent ? (
        <Text size="small" className="text-ui-fg-subtle">
          {account?.oauth
            ? t("mailAccounts.login.connected", {
                name,
                who: account.oauth.connected_as ?? account.address,
              })
            : t("mailAccounts.login.consent", { name })}
        </Text>
      ) : isClosed ? null : (
        <PasswordField
          server={form.imap}
          set={(patch) => set({ imap: { ...form.imap, ...patch } })}
          hasPassword={Boolean(account?.imap?.has_password)}
        />
      )}
      <div className="flex flex-wrap gap-2">
        {account && offered && isOffered && (
          <Button
            type="button"
            size="small"
            variant={account.state === "reconnect" ? "primary" : "secondary"}
            isLoading={isConnecting}
            onClick={() => connect(account.id, offered)}
          >
            {account.oauth
              ? t("mailAccounts.reconnect", { name })
              : t("mailAccounts.connectWith", { name })}
          </Button>
        )}
        {offered && (isOffered || account?.oauth) && (!account || account.oauth) && (
          <Button
            type="button"
            size="small"
            variant="transparent"
            onClick={() => set({ consent: form.consent ? null : offered })}
          >
            {form.consent
              ? t("mailAccounts.login.usePassword")
              : t("mailAccounts.login.useConsent", { name })}
          </Button>
        )}
      </div>
      <ServerRefusal error={error} />
    </section>
  )
}
