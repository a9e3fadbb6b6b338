import { Button, Heading, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import {
  providerOfServer,
  type MailProvider,
} from "../../../../../modules/mail/domain/mail-providers"
import { Choice } from "../../../../components/choice"
import { Field } from "../../../../components/field"
import { withServers, type MailAccountForm } from "../../../../lib/mail-account-form"
import { mailProvidersQuery } from "../../../../queries/mail-providers"
import type { FormPart } from "../mail-account-drawer"
import { ImapFields } from "./imap-fields"
import { SmtpFields } from "./smtp-fields"

type ServersSectionProps = FormPart & {
  detected: MailProvider | null
  /** Nobody knows the servers of the address. */
  isUnknown: boolean
}

const OTHER = "other"

/** Filled in for most, so it stays folded until somebody wants to see it or has to fill it in. */
export const ServersSection = ({ detected, isUnknown, ...part }: ServersSectionProps) => {
  const { t } = useTranslation("crmDesk")
  const [isOpen, setIsOpen] = useState(false)
  const { fetches, imap, smtp } = part.form
  const hosts = [fetches ? imap.host : "", smtp.host].filter(Boolean)

  if (!isOpen && !isUnknown && fetches) {
    return (
      <section className="flex flex-wrap items-center justify-between gap-2 border-t pt-6">
        <div className="min-w-0">
          <Heading level="h2">{t("mailAccounts.servers.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle [overflow-wrap:anywhere]">
            {hosts.length
              ? hosts.join(" · ")
              : detected
                ? t("mailAccounts.servers.none")
                : t("mailAccounts.servers.fromAddress")}
          </Text>
        </div>
        <Button
          type="button"
          size="small"
          variant="secondary"
          onClick={() => setIsOpen(true)}
        >
          {t("mailAccounts.servers.change")}
        </Button>
      </section>
    )
  }

  return (
    <>
      <section className="flex flex-col gap-y-4 border-t pt-6">
        <Heading level="h2">{t("mailAccounts.servers.title")}</Heading>
        {isUnknown && !hosts.length && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("mailAccounts.servers.unknown")}
          </Text>
        )}
        <ProviderChoice {...part} />
      </section>
      {fetches && <ImapFields {...part} />}
      <SmtpFields {...part} />
    </>
  )
}

/** Fills in the servers of a provider. */
const ProviderChoice = ({ form, set }: FormPart) => {
  const { t } = useTranslation("crmDesk")
  const { data } = useQuery(mailProvidersQuery)
  const providers = data?.mail_providers ?? []
  const choose = (id: string) => {
    const provider = providers.find((candidate) => candidate.id === id)

    set(provider ? serversOf(form, provider) : {})
  }

  return (
    <Field label={t("mailAccounts.servers.provider")}>
      {(control) => (
        <Choice
          {...control}
          value={providerOfServer(form.imap.host)?.id ?? OTHER}
          onChange={choose}
          options={[
            ...providers.map(({ id, name }) => ({ value: id, label: name })),
            { value: OTHER, label: t("mailAccounts.servers.other") },
          ]}
        />
      )}
    </Field>
  )
}

function serversOf(
  form: MailAccountForm,
  provider: Parameters<typeof withServers>[1]
): Partial<MailAccountForm> {
  const { imap, smtp } = withServers(form, provider)
  return { imap, smtp }
}
