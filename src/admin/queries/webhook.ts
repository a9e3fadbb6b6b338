import { useMutation, useQueryClient } from "@tanstack/react-query"
import type {
  MailAccountWebhookDeleted,
  MailAccountWebhookResponse,
} from "../../api/admin/crm/mail-accounts/contract"
import { sdk } from "../lib/sdk"
import { mailAccountsQuery } from "./mail-accounts"

const pathOf = (accountId: string) => `/admin/crm/mail-accounts/${accountId}/webhook`

/** Makes the account's secret, or another in its place. Only this answer shows it. */
export function useRenewWebhook(accountId: string) {
  const client = useQueryClient()

  return useMutation({
    mutationFn: () =>
      sdk.client.fetch<MailAccountWebhookResponse>(pathOf(accountId), {
        method: "POST",
        body: {},
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: mailAccountsQuery.queryKey }),
  })
}

export function useCloseWebhook(accountId: string) {
  const client = useQueryClient()

  return useMutation({
    mutationFn: () =>
      sdk.client.fetch<MailAccountWebhookDeleted>(pathOf(accountId), {
        method: "DELETE",
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: mailAccountsQuery.queryKey }),
  })
}
