import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query"
import type {
  InboundMailResponse,
  InboundMailsResponse,
} from "../../api/admin/crm/inbound-mails/contract"
import type {
  OutboundMailResponse,
  OutboundMailsResponse,
} from "../../api/admin/crm/outbound-mails/contract"
import { sdk } from "../lib/sdk"
import { mailAlertsQuery, mailHealthQuery } from "./mail-health"

type Query = Record<string, string | number>

const INBOUND = "/admin/crm/inbound-mails"
const OUTBOUND = "/admin/crm/outbound-mails"
const NEWS_MS = 15_000

export const inboundMailQueries = {
  all: ["crm-desk", "inbound-mails"] as const,
  list: (query: Query) =>
    queryOptions({
      queryKey: [...inboundMailQueries.all, "list", query],
      queryFn: () => sdk.client.fetch<InboundMailsResponse>(INBOUND, { query }),
      placeholderData: keepPreviousData,
      refetchInterval: NEWS_MS,
    }),
  detail: (id: string) =>
    queryOptions({
      queryKey: [...inboundMailQueries.all, "detail", id],
      queryFn: async () =>
        (await sdk.client.fetch<InboundMailResponse>(`${INBOUND}/${id}`)).inbound_mail,
    }),
}

export const outboundMailQueries = {
  all: ["crm-desk", "outbound-mails"] as const,
  list: (query: Query) =>
    queryOptions({
      queryKey: [...outboundMailQueries.all, "list", query],
      queryFn: () => sdk.client.fetch<OutboundMailsResponse>(OUTBOUND, { query }),
      placeholderData: keepPreviousData,
      refetchInterval: NEWS_MS,
    }),
  detail: (id: string) =>
    queryOptions({
      queryKey: [...outboundMailQueries.all, "detail", id],
      queryFn: async () =>
        (await sdk.client.fetch<OutboundMailResponse>(`${OUTBOUND}/${id}`)).outbound_mail,
      refetchInterval: NEWS_MS,
    }),
}

/** Reads an ignored or quarantined mail again. */
export function useReplayMail(id: string) {
  const changed = useChanged()

  return useMutation({
    mutationFn: () =>
      sdk.client.fetch<InboundMailResponse>(`${INBOUND}/${id}/replay`, {
        method: "POST",
        body: {},
      }),
    onSettled: changed,
  })
}

/** Sends a mail again at once, or keeps it from leaving. */
export function useChangeOutboundMail(id: string) {
  const changed = useChanged()

  return useMutation({
    mutationFn: (change: "retry" | "cancel") =>
      sdk.client.fetch<OutboundMailResponse>(`${OUTBOUND}/${id}/${change}`, {
        method: "POST",
        body: {},
      }),
    onSettled: changed,
  })
}

function useChanged() {
  const client = useQueryClient()

  return () =>
    Promise.all(
      [
        inboundMailQueries.all,
        outboundMailQueries.all,
        mailHealthQuery.queryKey,
        mailAlertsQuery.queryKey,
        ["crm-desk", "tickets"],
      ].map((queryKey) => client.invalidateQueries({ queryKey }))
    )
}
