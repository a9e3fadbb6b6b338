import { ArrowPath } from "@medusajs/icons"
import { Button, toast } from "@medusajs/ui"
import { useEffect } from "react"
import { useTranslation } from "react-i18next"
import type {
  MailAccount,
  MailAccountPollResponse,
} from "../../../../api/admin/crm/mail-accounts/contract"
import { PROVIDER_NAMES } from "../../../../modules/mail/domain/oauth-providers"
import { messageOf } from "../../../lib/server-error"
import { usePollMailAccount } from "../../../queries/mail-accounts"
import { useConnect } from "./use-connect"

/** The one thing that helps an account now. */
export const FetchOrReconnect = ({ account }: { account: MailAccount }) =>
  account.oauth?.state === "reconnect" ? (
    <Reconnect id={account.id} provider={account.oauth.provider} />
  ) : (
    <FetchNow account={account} />
  )

type ReconnectProps = {
  id: string
  provider: NonNullable<MailAccount["oauth"]>["provider"]
}

const Reconnect = ({ id, provider }: ReconnectProps) => {
  const { t } = useTranslation("crmDesk")
  const { connect, isConnecting, error } = useConnect()

  useEffect(() => {
    if (error) {
      toast.error(messageOf(error))
    }
  }, [error])

  return (
    <Button size="small" isLoading={isConnecting} onClick={() => connect(id, provider)}>
      {t("mailAccounts.reconnect", { name: PROVIDER_NAMES[provider] })}
    </Button>
  )
}

const FetchNow = ({ account: { id, enabled } }: { account: MailAccount }) => {
  const { t } = useTranslation("crmDesk")
  const { mutate: poll, isPending } = usePollMailAccount()

  return (
    <Button
      size="small"
      variant="secondary"
      className="whitespace-nowrap"
      isLoading={isPending}
      disabled={!enabled}
      onClick={() =>
        poll(id, {
          onSuccess: (answer) => toast.success(pollResult(answer, t)),
          onError: (error) => toast.error(messageOf(error)),
        })
      }
    >
      <ArrowPath />
      {t("mailAccounts.fetchNow")}
    </Button>
  )
}

function pollResult(
  { poll }: MailAccountPollResponse,
  t: (key: string, values?: Record<string, unknown>) => string
): string {
  if (!poll) {
    return t("mailAccounts.busy")
  }
  return poll.fetched
    ? t("mailAccounts.fetched", { count: poll.fetched, tickets: poll.ticketed })
    : t("mailAccounts.nothingNew")
}
