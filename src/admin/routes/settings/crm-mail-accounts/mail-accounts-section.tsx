import { Server } from "@medusajs/icons"
import { InlineTip } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { MailAccount } from "../../../../api/admin/crm/mail-accounts/contract"
import { SettingsSection } from "../../../components/settings-section"
import { SettingsTable } from "../../../components/settings-table"
import { useConfirmedDelete } from "../../../components/use-confirmed-delete"
import { departmentsQuery } from "../../../queries/departments"
import { mailAccountsQuery, useDeleteMailAccount } from "../../../queries/mail-accounts"
import { AccountNotices } from "./account-notices"
import { AccountState } from "./account-state"
import { AccountTrouble } from "./account-trouble"
import { FetchOrReconnect } from "./fetch-or-reconnect"
import { LastFetch } from "./last-fetch"
import { WebhookDrawer } from "./webhook-drawer"

type MailAccountsSectionProps = { onCreate: () => void; onEdit: (id: string) => void }

export const MailAccountsSection = ({ onCreate, onEdit }: MailAccountsSectionProps) => {
  const { t } = useTranslation("crmDesk")
  const accounts = useQuery(mailAccountsQuery)
  const { data: departments } = useQuery(departmentsQuery)
  const { mutateAsync: remove } = useDeleteMailAccount()
  const confirmDelete = useConfirmedDelete()
  const [webhookOf, setWebhookOf] = useState<string>()
  const withWebhook = accounts.data?.find(({ id }) => id === webhookOf)
  const departmentOf = ({ department_id }: MailAccount) =>
    departments?.find(({ id }) => id === department_id)?.private_name

  return (
    <>
      <SettingsSection
        title={t("mailAccounts.title")}
        description={t("mailAccounts.description")}
        createLabel={t("mailAccounts.create")}
        onCreate={onCreate}
        query={accounts}
        empty={t("mailAccounts.empty")}
      >
        <SettingsTable
          rows={accounts.data ?? []}
          keyOf={({ id }) => id}
          nameOf={({ address }) => address}
          nameHeader={t("mailAccounts.address")}
          detailOf={({ name }) => name}
          onEdit={({ id }) => onEdit(id)}
          columns={[
            {
              header: t("mailAccounts.number"),
              cell: ({ number }) => number,
              isExtra: true,
            },
            { header: t("mailAccounts.department"), cell: departmentOf },
            {
              header: t("mailAccounts.stateTitle"),
              cell: (account) => (
                <div className="max-w-80 sm:min-w-56 sm:py-2">
                  <AccountState account={account} />
                  <AccountTrouble account={account} />
                  <AccountNotices account={account} />
                </div>
              ),
            },
            {
              header: t("mailAccounts.lastPoll"),
              cell: (account) => <LastFetch account={account} />,
            },
          ]}
          button={(account) => <FetchOrReconnect account={account} />}
          actions={({ id }) => [
            {
              icon: <Server />,
              label: t("webhook.menu"),
              onClick: () => setWebhookOf(id),
            },
          ]}
          remove={{
            label: t("general.delete"),
            onClick: ({ id, address }) =>
              void confirmDelete({
                title: t("mailAccounts.deleteTitle", { address }),
                description: t("mailAccounts.deleteDescription"),
                done: t("mailAccounts.deleted", { address }),
                run: () => remove(id),
              }),
          }}
        />
      </SettingsSection>
      <InlineTip label={t("mailAccounts.sharedTitle")} variant="warning">
        {t("mailAccounts.shared")}
      </InlineTip>
      {withWebhook && (
        <WebhookDrawer account={withWebhook} onClose={() => setWebhookOf(undefined)} />
      )}
    </>
  )
}
