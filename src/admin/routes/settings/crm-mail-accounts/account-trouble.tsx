import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { MailAccount } from "../../../../api/admin/crm/mail-accounts/contract"

/** What is wrong with an account: ours in the agent's language, the servers' in their own words. */
export const AccountTrouble = ({ account }: { account: MailAccount }) => {
  const { t } = useTranslation("crmDesk")
  const words = [account.last_error, account.after_reading_error].filter(
    (text) => text !== null
  )

  return (
    <>
      {(account.state === "reconnect" || account.state === "locked") && (
        <Text size="small" className="text-ui-fg-subtle">
          {t(`mailAccounts.trouble.${account.state}`)}
        </Text>
      )}
      {words.map((text) => (
        <Text
          key={text}
          size="small"
          className="text-ui-fg-error whitespace-pre-wrap [overflow-wrap:anywhere]"
        >
          {text}
        </Text>
      ))}
    </>
  )
}
