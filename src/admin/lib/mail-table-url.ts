import { PAGE_SIZE } from "./ticket-table-url"

export { withPage, withSearch } from "./ticket-table-url"

const FILTERS = ["state", "account_id"] as const
type Filter = (typeof FILTERS)[number]

export type MailTableState = {
  q: string
  /** A filter that was added and has no value yet is there with an empty one. */
  filters: Partial<Record<Filter, string>>
  pageIndex: number
  /** The mail whose details are shown. */
  opened: string | null
}

/** What the address of the ledger or the outbox says. */
export function readMailTable(params: URLSearchParams): MailTableState {
  const offset = Number(params.get("offset"))

  return {
    q: params.get("q") ?? "",
    filters: Object.fromEntries(
      FILTERS.filter((key) => params.has(key)).map((key) => [key, params.get(key) ?? ""])
    ),
    pageIndex: offset > 0 ? Math.floor(offset / PAGE_SIZE) : 0,
    opened: params.get("mail"),
  }
}

/** What the server is asked for. */
export const mailTableQuery = ({ q, filters, pageIndex }: MailTableState) => ({
  ...(q ? { q } : {}),
  ...Object.fromEntries(Object.entries(filters).filter(([, value]) => value)),
  limit: PAGE_SIZE,
  offset: pageIndex * PAGE_SIZE,
})

export const isNarrowed = ({ q, filters }: MailTableState): boolean =>
  Boolean(q) || Object.keys(filters).length > 0

export function withMailFilters(
  params: URLSearchParams,
  filters: Record<string, unknown>
): URLSearchParams {
  const next = new URLSearchParams(params)

  for (const key of FILTERS) {
    if (key in filters) {
      // An empty value keeps a filter that was just added in the bar.
      next.set(key, typeof filters[key] === "string" ? filters[key] : "")
    } else {
      next.delete(key)
    }
  }
  next.delete("offset")

  return next
}

/** Opens the details of a mail, or closes them. */
export function withOpenedMail(
  params: URLSearchParams,
  id: string | null
): URLSearchParams {
  const next = new URLSearchParams(params)

  if (id) {
    next.set("mail", id)
  } else {
    next.delete("mail")
  }
  return next
}
