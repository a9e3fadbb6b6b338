import { StatusBadge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { MailAccount } from "../../../../api/admin/crm/mail-accounts/contract"

const COLORS = {
  ok: "green",
  failing: "red",
  new: "blue",
  reconnect: "orange",
  locked: "orange",
} as const

export const AccountState = ({ account }: { account: MailAccount }) => {
  const { t } = useTranslation("crmDesk")

  return account.enabled ? (
    <StatusBadge color={COLORS[account.state]} className="whitespace-nowrap">
      {t(`mailAccounts.state.${account.state}`)}
    </StatusBadge>
  ) : (
    <StatusBadge color="grey">{t("mailAccounts.state.off")}</StatusBadge>
  )
}
