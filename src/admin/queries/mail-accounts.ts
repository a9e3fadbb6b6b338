import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import type {
  CreateMailAccount,
  MailAccount,
  MailAccountDeleted,
  MailAccountPollResponse,
  MailAccountResponse,
  MailAccountTestResponse,
  UpdateMailAccount,
} from "../../api/admin/crm/mail-accounts/contract"
import { fetchAll } from "../lib/fetch-all"
import { sdk } from "../lib/sdk"
import { departmentsQuery } from "./departments"
import { mailHealthQuery } from "./mail-health"
import { summaryQuery } from "./summary"

const PATH = "/admin/crm/mail-accounts"

export const mailAccountsQuery = queryOptions({
  queryKey: ["crm-desk", "mail-accounts"],
  queryFn: () => fetchAll<MailAccount>(PATH, "mail_accounts"),
  refetchInterval: 30_000,
})

export function useCreateMailAccount() {
  const settled = useSettled()

  return useMutation({
    mutationFn: (body: CreateMailAccount) =>
      sdk.client.fetch<MailAccountResponse>(PATH, { method: "POST", body }),
    onSuccess: settled,
  })
}

export function useUpdateMailAccount(id: string) {
  const settled = useSettled()

  return useMutation({
    mutationFn: (body: UpdateMailAccount) =>
      sdk.client.fetch<MailAccountResponse>(`${PATH}/${id}`, { method: "POST", body }),
    onSuccess: settled,
  })
}

export function useDeleteMailAccount() {
  const settled = useSettled()

  return useMutation({
    mutationFn: (id: string) =>
      sdk.client.fetch<MailAccountDeleted>(`${PATH}/${id}`, { method: "DELETE" }),
    onSuccess: settled,
  })
}

export function useTestMailAccount(id: string) {
  return useMutation({
    mutationFn: () =>
      sdk.client.fetch<MailAccountTestResponse>(`${PATH}/${id}/test`, {
        method: "POST",
        body: {},
      }),
  })
}

export function usePollMailAccount() {
  const client = useQueryClient()
  const settled = useSettled()

  return useMutation({
    mutationFn: (id: string) =>
      sdk.client.fetch<MailAccountPollResponse>(`${PATH}/${id}/poll`, {
        method: "POST",
        body: {},
      }),
    onSettled: () =>
      Promise.all([
        settled(),
        client.invalidateQueries({ queryKey: ["crm-desk", "tickets"] }),
      ]),
  })
}

function useSettled() {
  const client = useQueryClient()

  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: mailAccountsQuery.queryKey }),
      client.invalidateQueries({ queryKey: departmentsQuery.queryKey }),
      client.invalidateQueries({ queryKey: summaryQuery.queryKey }),
      client.invalidateQueries({ queryKey: mailHealthQuery.queryKey }),
    ])
}
