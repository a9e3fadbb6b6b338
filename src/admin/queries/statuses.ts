import { queryOptions } from "@tanstack/react-query"
import type { Status } from "../../api/admin/crm/statuses/contract"
import { fetchAll } from "../lib/fetch-all"

export const statusesQuery = queryOptions({
  queryKey: ["crm-desk", "statuses"],
  queryFn: () => fetchAll<Status>("/admin/crm/statuses", "statuses"),
})
