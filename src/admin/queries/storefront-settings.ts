import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import type {
  StorefrontSettingsResponse,
  UpdateStorefrontSettings,
} from "../../api/admin/crm/storefront-settings/contract"
import { sdk } from "../lib/sdk"

const PATH = "/admin/crm/storefront-settings"

export const storefrontSettingsQuery = queryOptions({
  queryKey: ["crm-desk", "storefront-settings"],
  queryFn: async () =>
    (await sdk.client.fetch<StorefrontSettingsResponse>(PATH)).storefront_settings,
})

/** The shop's customer groups, which may share their requests. */
export const customerGroupsQuery = queryOptions({
  queryKey: ["crm-desk", "customer-groups"],
  queryFn: async () =>
    (await sdk.admin.customerGroup.list({ limit: 1000, fields: "id,name" }))
      .customer_groups,
})

export function useSaveStorefrontSettings() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: (body: UpdateStorefrontSettings) =>
      sdk.client.fetch<StorefrontSettingsResponse>(PATH, { method: "POST", body }),
    onSuccess: ({ storefront_settings }) =>
      client.setQueryData(storefrontSettingsQuery.queryKey, storefront_settings),
  })
}
