import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { mailAccountsQuery } from "../queries/mail-accounts"

/** An account by its address; one that was removed says so. */
export const AccountAddress = ({ id }: { id: string }) => {
  const { t } = useTranslation("crmDesk")
  const { data: accounts } = useQuery(mailAccountsQuery)
  const account = accounts?.find((candidate) => candidate.id === id)

  return account?.address ?? (accounts ? t("mailAccounts.removed") : "")
}
