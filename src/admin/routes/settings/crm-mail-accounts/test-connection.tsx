import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { MailAccount } from "../../../../api/admin/crm/mail-accounts/contract"
import { Moment } from "../../../components/moment"
import { TestResults } from "../../../components/test-results"
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
      <TestResults results={data} error={error} />
    </section>
  )
}
