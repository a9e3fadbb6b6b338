import { queryOptions } from "@tanstack/react-query"
import type {
  MailDetectionResponse,
  MailProvidersResponse,
} from "../../api/admin/crm/mail-providers/contract"
import { sdk } from "../lib/sdk"

const PATH = "/admin/crm/mail-providers"

/** What is known of providers changes with a restart of the server only. */
export const mailProvidersQuery = queryOptions({
  queryKey: ["crm-desk", "mail-providers"],
  queryFn: () => sdk.client.fetch<MailProvidersResponse>(PATH),
  staleTime: Infinity,
})

export const mailDetectionQuery = (address: string) =>
  queryOptions({
    queryKey: ["crm-desk", "mail-providers", "detection", address],
    queryFn: () =>
      sdk.client.fetch<MailDetectionResponse>(`${PATH}/detection`, {
        query: { address },
      }),
    enabled: /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(address),
    staleTime: Infinity,
    retry: false,
  })
