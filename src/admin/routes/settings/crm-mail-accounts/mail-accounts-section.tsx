import { InlineTip, Table } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { SettingsSection } from "../../../components/settings-section"
import { mailAccountsQuery } from "../../../queries/mail-accounts"
import { MailAccountRow } from "./mail-account-row"

type MailAccountsSectionProps = { onCreate: () => void; onEdit: (id: string) => void }

export const MailAccountsSection = ({ onCreate, onEdit }: MailAccountsSectionProps) => {
  const { t } = useTranslation("crmDesk")
  const accounts = useQuery(mailAccountsQuery)

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
        <Table>
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell>{t("mailAccounts.number")}</Table.HeaderCell>
              <Table.HeaderCell>{t("mailAccounts.address")}</Table.HeaderCell>
              <Table.HeaderCell>{t("mailAccounts.department")}</Table.HeaderCell>
              <Table.HeaderCell>{t("mailAccounts.stateTitle")}</Table.HeaderCell>
              <Table.HeaderCell>{t("mailAccounts.lastPoll")}</Table.HeaderCell>
              <Table.HeaderCell />
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {accounts.data?.map((account) => (
              <MailAccountRow key={account.id} account={account} onEdit={onEdit} />
            ))}
          </Table.Body>
        </Table>
      </SettingsSection>
      <InlineTip label={t("mailAccounts.sharedTitle")} variant="warning">
        {t("mailAccounts.shared")}
      </InlineTip>
    </>
  )
}
