import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query"
import type {
  SuppressedAddressDeleted,
  SuppressedAddressesResponse,
} from "../../api/admin/crm/suppressed-addresses/contract"
import { sdk } from "../lib/sdk"

const PATH = "/admin/crm/suppressed-addresses"
const all = ["crm-desk", "suppressed-addresses"] as const

/** Which of these addresses mail came back from. @param addresses at least one */
export const suppressedAmong = (addresses: string[]) =>
  queryOptions({
    queryKey: [...all, addresses],
    queryFn: () =>
      sdk.client.fetch<SuppressedAddressesResponse>(PATH, {
        query: { address: addresses.slice(0, 100), limit: 100 },
      }),
    enabled: addresses.length > 0,
    staleTime: 30_000,
  })

export const suppressedAddressesQuery = (query: Record<string, unknown>) =>
  queryOptions({
    queryKey: [...all, "list", query],
    queryFn: () => sdk.client.fetch<SuppressedAddressesResponse>(PATH, { query }),
    placeholderData: keepPreviousData,
  })

export function useLiftSuppression() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (id: string) =>
      sdk.client.fetch<SuppressedAddressDeleted>(`${PATH}/${id}`, { method: "DELETE" }),
    onSuccess: () => client.invalidateQueries({ queryKey: all }),
  })
}
