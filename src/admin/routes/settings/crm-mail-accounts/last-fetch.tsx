import { useTranslation } from "react-i18next"
import type { MailAccount } from "../../../../api/admin/crm/mail-accounts/contract"
import { Moment } from "../../../components/moment"

/** When a mailbox was looked into last, and what still waits there. */
export const LastFetch = ({
  account: { last_polled_at, backlog },
}: {
  account: MailAccount
}) => {
  const { t } = useTranslation("crmDesk")

  return (
    <>
      {last_polled_at ? (
        <Moment at={last_polled_at} />
      ) : (
        <span className="text-ui-fg-muted">{t("mailAccounts.never")}</span>
      )}
      {backlog > 0 && (
        <div className="txt-small text-ui-fg-subtle">
          {t("mailAccounts.backlog", { count: backlog })}
        </div>
      )}
    </>
  )
}
