import { queryOptions } from "@tanstack/react-query"
import type { SummaryResponse } from "../../api/admin/crm/summary/contract"
import { sdk } from "../lib/sdk"
import { hasStatus } from "../lib/server-error"

const SWITCHED_OFF: SummaryResponse = {
  enabled: false,
  departments: 0,
  mail_accounts: { total: 0, failing: 0 },
  open_tickets: 0,
  awaiting_agent: 0,
  unanswered: 0,
  mine_open: 0,
  ratings: { asked: 0, answered: 0, good: 0, neutral: 0, bad: 0 },
  has_storefront: false,
}

export const summaryQuery = queryOptions({
  queryKey: ["crm-desk", "summary"],
  queryFn: async (): Promise<SummaryResponse> => {
    try {
      return await sdk.client.fetch<SummaryResponse>("/admin/crm/summary")
    } catch (error) {
      // A desk that is switched off answers nothing at all (D-01).
      if (hasStatus(error, 404)) {
        return SWITCHED_OFF
      }
      throw error
    }
  },
  staleTime: 15_000,
  refetchInterval: 30_000,
})
