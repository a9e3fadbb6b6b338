import { ArrowPath, PencilSquare } from "@medusajs/icons"
import { Button, toast } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { MailAccount } from "../../../../../api/admin/crm/mail-accounts/contract"
import { TestResults } from "../../../../components/test-results"
import { pollResult } from "../../../../lib/poll-result"
import { messageOf } from "../../../../lib/server-error"
import { MAIL_ACCOUNTS_PATH } from "../../../../lib/ticket-links"
import { usePollMailAccount, useTestMailAccount } from "../../../../queries/mail-accounts"

export const AccountActions = ({ account }: { account: MailAccount }) => {
  const { t } = useTranslation("crmDesk")
  const test = useTestMailAccount(account.id)
  const poll = usePollMailAccount()

  const fetchNow = () =>
    poll.mutate(account.id, {
      onSuccess: (answer) => toast.success(pollResult(answer, t)),
      onError: (error) => toast.error(messageOf(error)),
    })

  return (
    <div className="flex min-w-0 flex-col items-end gap-y-2">
      <div className="flex flex-wrap gap-2">
        <Button
          size="small"
          variant="secondary"
          isLoading={test.isPending}
          onClick={() => test.mutate()}
        >
          {t("mailAccounts.test")}
        </Button>
        <Button
          size="small"
          variant="secondary"
          isLoading={poll.isPending}
          disabled={!account.enabled}
          onClick={fetchNow}
        >
          <ArrowPath />
          {t("mailAccounts.fetchNow")}
        </Button>
        <Button size="small" variant="secondary" asChild>
          <Link to={`${MAIL_ACCOUNTS_PATH}?edit=${account.id}`}>
            <PencilSquare />
            {t("general.edit")}
          </Link>
        </Button>
      </div>
      <TestResults results={test.data} error={test.error} />
    </div>
  )
}
