import type { ListTickets } from "../../api/admin/crm/tickets/contract"
import { STATUS_CATEGORIES, UNCLOSED } from "./statuses"

export const PAGE_SIZE = 20
const DEFAULT_ORDER = "-last_message_at"

export const TICKET_VIEWS = [
  "mine",
  "assigned_to_me",
  "unanswered",
  "follow_ups_due",
  "solutions_to_review",
  "snoozed",
] as const satisfies readonly NonNullable<ListTickets["view"]>[]

/** From the best to the worst. */
export const RATING_TONES = [
  "good",
  "neutral",
  "bad",
] as const satisfies readonly NonNullable<ListTickets["rating"]>[number][]

const MANY = [
  "status",
  "department_id",
  "classification_id",
  "rating",
  "custom_field",
] as const
const KNOWN_AMONG_MANY: Partial<Record<(typeof MANY)[number], readonly string[]>> = {
  status: STATUS_CATEGORIES,
  rating: RATING_TONES,
}
const ONE: Record<string, readonly string[]> = {
  awaiting: ["agent", "customer", "none"],
  view: TICKET_VIEWS,
}
/** Set by links from other pages, shown as a label, never in the filter menu. */
const SCOPES = ["customer_id", "customer_group_id", "email", "order_id"] as const
const SORTABLE = [
  "last_message_at",
  "created_at",
  "number",
  "subject",
  "reply_count",
  "requester_email",
  "next_action_due_at",
]

export type TicketScope = (typeof SCOPES)[number]
type Filters = Record<string, unknown>
export type TicketTableState = {
  q: string
  /** A filter that was added and has no value yet is there with an empty one. */
  filters: Filters
  scopes: Partial<Record<TicketScope, string>>
  order: { id: string; desc: boolean }
  pageIndex: number
}
export type TicketTab =
  "all" | "pending" | "closed" | "mine" | "followUps" | "solutions" | "snoozed"

export function readTicketTable(params: URLSearchParams): TicketTableState {
  const order = params.get("order") ?? ""
  const id = order.replace(/^-/, "")
  const offset = Number(params.get("offset"))

  return {
    q: params.get("q") ?? "",
    filters: { ...readMany(params), ...readOne(params) },
    scopes: Object.fromEntries(
      SCOPES.flatMap((scope) =>
        // Somebody may be in several groups: their ids stand beside each other.
        params.get(scope) ? [[scope, params.getAll(scope).join(",")]] : []
      )
    ),
    order: SORTABLE.includes(id)
      ? { id, desc: order.startsWith("-") }
      : { id: DEFAULT_ORDER.slice(1), desc: true },
    pageIndex: offset > 0 ? Math.floor(offset / PAGE_SIZE) : 0,
  }
}

export function ticketTableQuery(state: TicketTableState): Partial<ListTickets> {
  const { q, filters, scopes, order, pageIndex } = state
  const set = Object.entries(filters).filter(([, value]) =>
    Array.isArray(value) ? value.length > 0 : Boolean(value)
  )

  return {
    ...(q ? { q } : {}),
    ...Object.fromEntries(set),
    ...(scopes.email ? { email: scopes.email } : {}),
    ...(scopes.customer_id ? { customer_id: [scopes.customer_id] } : {}),
    ...(scopes.customer_group_id
      ? { customer_group_id: scopes.customer_group_id.split(",") }
      : {}),
    ...(scopes.order_id ? { order_id: [scopes.order_id] } : {}),
    // What sleeps is out of the way until it wakes, and has a tab of its own.
    ...(tabOf(state) === "pending" ? { snoozed: "false" as const } : {}),
    order: `${order.desc ? "-" : ""}${order.id}`,
    limit: PAGE_SIZE,
    offset: pageIndex * PAGE_SIZE,
  }
}

/** Whether anything but order and page narrows the list. */
export const isFiltered = ({ q, filters, scopes }: TicketTableState): boolean =>
  Boolean(q) || Object.keys(filters).length > 0 || Object.keys(scopes).length > 0

export const withSearch = (params: URLSearchParams, q: string) =>
  firstPage(params, (next) => (q ? next.set("q", q) : next.delete("q")))

export const withOrder = (
  params: URLSearchParams,
  order: { id: string; desc: boolean } | null
) =>
  firstPage(params, (next) => {
    const value = order ? `${order.desc ? "-" : ""}${order.id}` : DEFAULT_ORDER
    return value === DEFAULT_ORDER ? next.delete("order") : next.set("order", value)
  })

export const withFilters = (params: URLSearchParams, filters: Filters) =>
  firstPage(params, (next) => {
    for (const key of [...MANY, ...Object.keys(ONE)]) {
      next.delete(key)
    }
    for (const [key, value] of Object.entries(filters)) {
      const values = Array.isArray(value) ? value.map(String) : [String(value ?? "")]
      // An empty value keeps a filter that was just added in the bar.
      for (const item of values.length ? values : [""]) {
        next.append(key, item)
      }
    }
  })

export const withoutScope = (params: URLSearchParams, scope: TicketScope) =>
  firstPage(params, (next) => next.delete(scope))

export function withPage(params: URLSearchParams, pageIndex: number): URLSearchParams {
  const next = new URLSearchParams(params)

  if (pageIndex > 0) {
    next.set("offset", String(pageIndex * PAGE_SIZE))
  } else {
    next.delete("offset")
  }
  return next
}

/** A tab changes status and view, and leaves the rest of the filters alone. */
export const withTab = (params: URLSearchParams, tab: TicketTab) =>
  firstPage(params, (next) => {
    next.delete("status")
    next.delete("view")
    const { statuses, view } = TAB_FILTERS[tab]

    for (const status of statuses) {
      next.append("status", status)
    }
    if (view) {
      next.set("view", view)
    }
  })

export function tabOf({ filters }: TicketTableState): TicketTab | null {
  const statuses = (filters.status as string[] | undefined) ?? []
  const view = filters.view ?? null

  return (
    TABS.find(
      (tab) =>
        sameSet(TAB_FILTERS[tab].statuses, statuses) && view === TAB_FILTERS[tab].view
    ) ?? null
  )
}

export const TABS = [
  "pending",
  "mine",
  "followUps",
  "snoozed",
  "solutions",
  "all",
  "closed",
] as const satisfies readonly TicketTab[]

/** My Tickets holds closed ones too: those that are kept there (V-70). */
const TAB_FILTERS: Record<
  TicketTab,
  { statuses: readonly string[]; view: ListTickets["view"] | null }
> = {
  pending: { statuses: UNCLOSED, view: null },
  mine: { statuses: [], view: "mine" },
  followUps: { statuses: [], view: "follow_ups_due" },
  snoozed: { statuses: [], view: "snoozed" },
  solutions: { statuses: [], view: "solutions_to_review" },
  all: { statuses: [], view: null },
  closed: { statuses: ["closed"], view: null },
}

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((item) => b.includes(item))

function readMany(params: URLSearchParams): Filters {
  return Object.fromEntries(
    MANY.filter((key) => params.has(key)).map((key) => [
      key,
      params
        .getAll(key)
        .filter((value) => KNOWN_AMONG_MANY[key]?.includes(value) ?? Boolean(value)),
    ])
  )
}

function readOne(params: URLSearchParams): Filters {
  return Object.fromEntries(
    Object.entries(ONE)
      .filter(([key]) => params.has(key))
      .map(([key, known]) => {
        const value = params.get(key) ?? ""
        return [key, known.includes(value) ? value : null]
      })
  )
}

function firstPage(
  params: URLSearchParams,
  change: (next: URLSearchParams) => void
): URLSearchParams {
  const next = new URLSearchParams(params)
  change(next)
  next.delete("offset")
  return next
}
