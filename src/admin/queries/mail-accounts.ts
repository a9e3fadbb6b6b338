import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import type {
  CreateMailAccount,
  FinishMailConsent,
  MailAccount,
  MailAccountDeleted,
  MailAccountPollResponse,
  MailAccountResponse,
  MailAccountTestResponse,
  MailConsentResponse,
  RenewMailConsent,
  StartMailConsent,
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
  // Whoever has just connected an account waits to see it work.
  refetchInterval: ({ state: { data } }) =>
    data?.some(({ enabled, state }) => enabled && state === "new") ? 3_000 : 30_000,
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

/** Leads the browser to the provider, for a new account or one that is there. */
export function useStartConsent() {
  return useMutation({
    mutationFn: (
      wish: { id: string; body: RenewMailConsent } | { id: null; body: StartMailConsent }
    ) =>
      sdk.client.fetch<MailConsentResponse>(
        wish.id ? `${PATH}/${wish.id}/oauth/start` : `${PATH}/oauth/start`,
        { method: "POST", body: wish.body }
      ),
    onSuccess: ({ consent }) => window.location.assign(consent.authorization_url),
  })
}

export function useFinishConsent() {
  const settled = useSettled()

  return useMutation({
    mutationFn: (body: FinishMailConsent) =>
      sdk.client.fetch<MailAccountResponse>(`${PATH}/oauth/finish`, {
        method: "POST",
        body,
      }),
    onSuccess: settled,
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
