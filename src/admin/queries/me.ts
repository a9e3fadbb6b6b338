import type { HttpTypes } from "@medusajs/framework/types"
import { queryOptions } from "@tanstack/react-query"
import { sdk } from "../lib/sdk"

export const meQuery = queryOptions({
  queryKey: ["crm-desk", "me"],
  queryFn: () =>
    sdk.client.fetch<HttpTypes.AdminUserResponse>("/admin/users/me", {
      query: { fields: "id" },
    }),
  staleTime: Infinity,
})
