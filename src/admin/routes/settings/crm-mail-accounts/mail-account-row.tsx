import { ArrowPath, PencilSquare, Trash } from "@medusajs/icons"
import { ActionMenu } from "@medusajs/dashboard/components"
import { Button, Table, toast } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import type {
  MailAccount,
  MailAccountPollResponse,
} from "../../../../api/admin/crm/mail-accounts/contract"
import { Moment } from "../../../components/moment"
import { useConfirmedDelete } from "../../../components/use-confirmed-delete"
import { messageOf } from "../../../lib/server-error"
import { departmentsQuery } from "../../../queries/departments"
import { useDeleteMailAccount, usePollMailAccount } from "../../../queries/mail-accounts"
import { AccountNotices } from "./account-notices"
import { AccountState } from "./account-state"

type MailAccountRowProps = { account: MailAccount; onEdit: (id: string) => void }

export const MailAccountRow = ({ account, onEdit }: MailAccountRowProps) => {
  const { t } = useTranslation("crmDesk")
  const { data: departments } = useQuery(departmentsQuery)
  const { mutate: poll, isPending: isPolling } = usePollMailAccount()
  const { mutateAsync: remove } = useDeleteMailAccount()
  const confirmDelete = useConfirmedDelete()
  const { id, address } = account
  const department = departments?.find(
    (candidate) => candidate.id === account.department_id
  )

  const fetchNow = () =>
    poll(id, {
      onSuccess: (answer) => toast.success(pollResult(answer, t)),
      onError: (error) => toast.error(messageOf(error)),
    })

  return (
    <Table.Row>
      <Table.Cell className="text-ui-fg-muted tabular-nums">{account.number}</Table.Cell>
      <Table.Cell>
        <button
          type="button"
          onClick={() => onEdit(id)}
          className="txt-compact-small-plus text-ui-fg-base hover:text-ui-fg-interactive text-start"
        >
          {address}
        </button>
        {account.name && (
          <div className="txt-small text-ui-fg-subtle">{account.name}</div>
        )}
      </Table.Cell>
      <Table.Cell>{department?.private_name}</Table.Cell>
      <Table.Cell className="max-w-80">
        <AccountState account={account} />
        {account.last_error && (
          <div className="txt-small text-ui-fg-error whitespace-pre-wrap py-1 [overflow-wrap:anywhere]">
            {account.last_error}
          </div>
        )}
        <AccountNotices account={account} />
      </Table.Cell>
      <Table.Cell>
        {account.last_polled_at ? (
          <Moment at={account.last_polled_at} />
        ) : (
          <span className="text-ui-fg-muted">{t("mailAccounts.never")}</span>
        )}
        {account.backlog > 0 && (
          <div className="txt-small text-ui-fg-subtle">
            {t("mailAccounts.backlog", { count: account.backlog })}
          </div>
        )}
      </Table.Cell>
      <Table.Cell>
        <div className="flex items-center justify-end gap-x-2">
          <Button
            size="small"
            variant="secondary"
            onClick={fetchNow}
            isLoading={isPolling}
            disabled={!account.enabled}
          >
            <ArrowPath />
            {t("mailAccounts.fetchNow")}
          </Button>
          <ActionMenu
            groups={[
              {
                actions: [
                  {
                    icon: <PencilSquare />,
                    label: t("general.edit"),
                    onClick: () => onEdit(id),
                  },
                  {
                    icon: <Trash />,
                    label: t("general.delete"),
                    onClick: () =>
                      confirmDelete({
                        title: t("mailAccounts.deleteTitle", { address }),
                        description: t("mailAccounts.deleteDescription"),
                        done: t("mailAccounts.deleted", { address }),
                        run: () => remove(id),
                      }),
                  },
                ],
              },
            ]}
          />
        </div>
      </Table.Cell>
    </Table.Row>
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
