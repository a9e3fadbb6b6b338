import { PencilSquare, Server, Trash } from "@medusajs/icons"
import { ActionMenu } from "@medusajs/dashboard/components"
import { Table } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { MailAccount } from "../../../../api/admin/crm/mail-accounts/contract"
import { Moment } from "../../../components/moment"
import { useConfirmedDelete } from "../../../components/use-confirmed-delete"
import { departmentsQuery } from "../../../queries/departments"
import { useDeleteMailAccount } from "../../../queries/mail-accounts"
import { AccountNotices } from "./account-notices"
import { AccountState } from "./account-state"
import { AccountTrouble } from "./account-trouble"
import { FetchOrReconnect } from "./fetch-or-reconnect"
import { WebhookDrawer } from "./webhook-drawer"

type MailAccountRowProps = { account: MailAccount; onEdit: (id: string) => void }

export const MailAccountRow = ({ account, onEdit }: MailAccountRowProps) => {
  const { t } = useTranslation("crmDesk")
  const { data: departments } = useQuery(departmentsQuery)
  const { mutateAsync: remove } = useDeleteMailAccount()
  const confirmDelete = useConfirmedDelete()
  const [showsWebhook, setShowsWebhook] = useState(false)
  const { id, address } = account
  const department = departments?.find(
    (candidate) => candidate.id === account.department_id
  )

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
      <Table.Cell className="min-w-56 max-w-80 py-2">
        <AccountState account={account} />
        <AccountTrouble account={account} />
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
          <FetchOrReconnect account={account} />
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
                    icon: <Server />,
                    label: t("webhook.menu"),
                    onClick: () => setShowsWebhook(true),
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
          {showsWebhook && (
            <WebhookDrawer account={account} onClose={() => setShowsWebhook(false)} />
          )}
        </div>
      </Table.Cell>
    </Table.Row>
  )
}
