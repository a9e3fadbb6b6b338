import { useMemo, useRef } from "react"
import { useSearchParams } from "react-router-dom"
import {
  readMailTable,
  withMailFilters,
  withOpenedMail,
  withPage,
  withSearch,
} from "../lib/mail-table-url"

/** The state of the ledger or the outbox lives in the address, as the ticket list's does. */
export function useMailTableUrl() {
  const [params, setParams] = useSearchParams()
  // Two changes in one event: the second has to see the first, which is not rendered yet.
  const latest = useRef(params)
  latest.current = params
  const state = useMemo(() => readMailTable(params), [params])

  const go = (next: URLSearchParams) => {
    latest.current = next
    setParams(next, { replace: true })
  }

  return {
    state,
    search: (q: string) => go(withSearch(latest.current, q)),
    filter: (filters: Record<string, unknown>) =>
      go(withMailFilters(latest.current, filters)),
    turnTo: (pageIndex: number) => go(withPage(latest.current, pageIndex)),
    open: (id: string | null) => go(withOpenedMail(latest.current, id)),
  }
}
