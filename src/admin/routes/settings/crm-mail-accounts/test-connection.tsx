import { CheckCircleSolid, XCircleSolid } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type {
  MailAccount,
  MailAccountTestResponse,
} from "../../../../api/admin/crm/mail-accounts/contract"
import { Moment } from "../../../components/moment"
import { ServerRefusal } from "../../../components/server-refusal"
import { useTestMailAccount } from "../../../queries/mail-accounts"
import { AccountState } from "./account-state"
import { AccountTrouble } from "./account-trouble"

/** How the saved account is, and a test of it as it is saved. */
export const TestConnection = ({ account }: { account: MailAccount }) => {
  const { t } = useTranslation("crmDesk")
  const { mutate, isPending, data, error } = useTestMailAccount(account.id)

  return (
    <section className="bg-ui-bg-subtle flex flex-col gap-y-2 rounded-lg p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <div className="flex flex-wrap items-center gap-2">
          <AccountState account={account} />
          {account.last_polled_at && (
            <Text size="small" className="text-ui-fg-subtle">
              {t("mailAccounts.lastPoll")}: <Moment at={account.last_polled_at} />
            </Text>
          )}
        </div>
        <Button
          type="button"
          size="small"
          variant="secondary"
          isLoading={isPending}
          onClick={() => mutate()}
        >
          {t("mailAccounts.test")}
        </Button>
      </div>
      <AccountTrouble account={account} />
      <div aria-live="polite" className="flex flex-col gap-y-1">
        {data && <Result label={t("mailAccounts.imap")} result={data.imap} />}
        {data && <Result label={t("mailAccounts.smtp")} result={data.smtp} />}
      </div>
      <ServerRefusal error={error} />
    </section>
  )
}

type ResultProps = { label: string; result: MailAccountTestResponse["imap"] }

const Result = ({ label, result }: ResultProps) => {
  const { t } = useTranslation("crmDesk")

  return (
    <div className="flex items-start gap-x-2">
      {result.ok ? (
        <CheckCircleSolid className="text-ui-tag-green-icon mt-0.5 shrink-0" />
      ) : (
        <XCircleSolid className="text-ui-tag-red-icon mt-0.5 shrink-0" />
      )}
      <Text size="small" className="min-w-0 [overflow-wrap:anywhere]">
        {label}:{" "}
        {result.ok ? t("mailAccounts.works") : (result.error ?? t("mailAccounts.fails"))}
      </Text>
    </div>
  )
}
