import { useMemo, useRef } from "react"
import { useSearchParams } from "react-router-dom"
import {
  readTicketTable,
  withFilters,
  withOrder,
  withoutScope,
  withPage,
  withSearch,
  withTab,
  type TicketScope,
  type TicketTab,
} from "../../../../lib/ticket-table-url"

/** The list's state lives in the address, so that it can be shared and survives "back". */
export function useTicketTableUrl() {
  const [params, setParams] = useSearchParams()
  // Two changes in one event: the second has to see the first, which is not rendered yet.
  const latest = useRef(params)
  latest.current = params
  const state = useMemo(() => readTicketTable(params), [params])

  const go = (next: URLSearchParams) => {
    latest.current = next
    setParams(next, { replace: true })
  }

  return {
    state,
    search: (q: string) => go(withSearch(latest.current, q)),
    sort: (order: { id: string; desc: boolean } | null) =>
      go(withOrder(latest.current, order)),
    filter: (filters: Record<string, unknown>) =>
      go(withFilters(latest.current, filters)),
    turnTo: (pageIndex: number) => go(withPage(latest.current, pageIndex)),
    dropScope: (scope: TicketScope) => go(withoutScope(latest.current, scope)),
    showTab: (tab: TicketTab) => go(withTab(latest.current, tab)),
  }
}
