import { useTranslation } from "react-i18next"
import type { MailAccount } from "../../../../api/admin/crm/mail-accounts/contract"
import { Moment } from "../../../components/moment"

/** What a person should know of an account beside its state. */
export const AccountNotices = ({ account }: { account: MailAccount }) => {
  const { t } = useTranslation("crmDesk")
  const { sending_error, sending_paused_until, notice } = account

  return (
    <>
      {sending_error && (
        <div className="txt-small text-ui-fg-error py-1 [overflow-wrap:anywhere]">
          {t("mailAccounts.sendingWaits")} {sending_error}
          {sending_paused_until && (
            <div className="text-ui-fg-subtle">
              {t("mailAccounts.sendingTriedAgain")} <Moment at={sending_paused_until} />
            </div>
          )}
        </div>
      )}
      {notice && (
        <div className="txt-small text-ui-fg-subtle py-1">
          {t(`mailAccounts.notice.${notice.what}`)} <Moment at={notice.at} />
        </div>
      )}
    </>
  )
}
