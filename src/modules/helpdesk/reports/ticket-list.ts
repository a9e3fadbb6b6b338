import { MedusaError } from "@medusajs/framework/utils"
import { rowsOf, type Sql } from "../../../sql"
import type { RatingTone } from "../domain/rating"
import type { Viewer } from "../records/presence"
import { STATUS_CATEGORIES, type StatusCategory } from "../domain/ticket-status"

export type TicketFilters = {
  q?: string
  status?: string[]
  department_id?: string[]
  classification_id?: string[]
  assignee_id?: string[]
  customer_id?: string[]
  order_id?: string[]
  email?: string
  /** Values of fields: of one field any may fit, of several fields each. */
  custom_field?: { key: string; value: string }[]
  view?:
    | "mine"
    | "unanswered"
    | "assigned_to_me"
    | "solutions_to_review"
    | "snoozed"
    | "follow_ups_due"
  snoozed?: boolean
  awaiting?: string
  /** How customers said it was, the last time they did. */
  rating?: RatingTone[]
  created_at?: Partial<Record<"$gt" | "$gte" | "$lt" | "$lte", string>>
}

export type TicketListQuery = TicketFilters & {
  /** A column of `SORTABLE`, with `-` for descending. */
  order: string
  limit: number
  offset: number
  cursor?: string
}

export type TicketRow = {
  id: string
  number: number
  subject: string
  status: { id: string; name: string; category: StatusCategory }
  department: { id: string; name: string }
  classification: { id: string; name: string } | null
  requester: { name: string; email: string }
  customer_id: string | null
  order_ids: string[]
  assignee_id: string | null
  locked_by_id: string | null
  last_agent_id: string | null
  awaiting: "agent" | "customer" | "none"
  reply_count: number
  last_message_at: Date
  next_action_due_at: Date | null
  /** What is to be done then. */
  next_action: string | null
  snoozed_until: Date | null
  sticky_note: string | null
  /** How the customer said it was, the last time they did. */
  rating: RatingTone | null
  /** Who has it open right now. */
  viewers: Viewer[]
  due_at: Date | null
  channel: "email" | "admin" | "phone" | "in_person" | "form" | "account"
  version: number
  created_at: Date
}

/** Sortable columns; a column that may be empty has no cursor, since nothing follows nothing. */
const SORTABLE: Record<string, { type: string; nullable?: true }> = {
  last_message_at: { type: "timestamptz" },
  created_at: { type: "timestamptz" },
  number: { type: "int" },
  subject: { type: "text" },
  reply_count: { type: "int" },
  requester_email: { type: "text" },
  next_action_due_at: { type: "timestamptz", nullable: true },
}

type Condition = { sql: string; bindings: unknown[] }

/**
 * One page of tickets and how many there are. Reads the page's ids from one index before it looks
 * anything up beside them, so that a deep list costs what its page costs.
 */
export async function listTickets(
  sql: Sql,
  query: TicketListQuery,
  actorId: string | null
): Promise<{ tickets: TicketRow[]; count: number; next_cursor: string | null }> {
  const isDescending = query.order.startsWith("-")
  const column = query.order.replace(/^-/, "")
  const { type, nullable } = SORTABLE[column]
  const direction = isDescending ? "desc" : "asc"
  const conditions = conditionsOf(query, actorId)
  const after = query.cursor ? [pageAfter(query.cursor, column, type, isDescending)] : []
  const paged = join([...conditions, ...after])
  const all = join(conditions)
  const [rows, [{ count }]] = await Promise.all([
    rowsOf<TicketRow & { sort_key: string }>(
      sql,
      `with page as (
         select ticket.id, ticket.${column} as sort_key
         from crm_ticket ticket
         where ${paged.sql}
         order by ticket.${column} ${direction} ${nullable ? "nulls last" : ""}, ticket.id ${direction}
         limit ? offset ?
       )
       select ticket.id, ticket.number, ticket.subject,
              json_build_object('id', status.id, 'name', status.name,
                                'category', status.category) as status,
              json_build_object('id', department.id,
                                'name', department.private_name) as department,
              case when classification.id is not null then
                json_build_object('id', classification.id, 'name', classification.name)
              end as classification,
              json_build_object('name', ticket.requester_name,
                                'email', ticket.requester_email) as requester,
              ticket.customer_id,
              coalesce((
                select json_agg(linked.order_id order by linked.created_at)
                from crm_ticket_order linked
                where linked.ticket_id = ticket.id and linked.proof <> 'suggestion'
                  and linked.deleted_at is null
              ), '[]') as order_ids,
              ticket.assignee_id, ticket.locked_by_id, ticket.last_agent_id, ticket.awaiting,
              ticket.reply_count, ticket.last_message_at, ticket.next_action_due_at, ticket.due_at,
              ticket.channel, ticket.version, ticket.created_at, ${TEAMWORK_COLUMNS},
              page.sort_key::text
       from page
       join crm_ticket ticket on ticket.id = page.id
       join crm_ticket_status status on status.id = ticket.status_id
       join crm_department department on department.id = ticket.department_id
       left join crm_classification classification
         on classification.id = ticket.classification_id
       order by page.sort_key ${direction} ${nullable ? "nulls last" : ""}, page.id ${direction}`,
      [...paged.bindings, query.limit, query.cursor ? 0 : query.offset]
    ),
    rowsOf<{ count: number }>(
      sql,
      `select count(*)::int as count from crm_ticket ticket where ${all.sql}`,
      all.bindings
    ),
  ])
  const last = rows.at(-1)

  return {
    tickets: rows.map(({ sort_key: _, ...ticket }) => ticket),
    count,
    next_cursor:
      last && rows.length === query.limit && !nullable ? cursorOf(column, last) : null,
  }
}

/** What colleagues do with a ticket: small look-ups by its key, for the rows of one page. */
export const TEAMWORK_COLUMNS = `ticket.snoozed_until, ticket.sticky_note,
  (select rating.tone from crm_ticket_rating rating
   where rating.ticket_id = ticket.id and rating.answered_at is not null
     and rating.deleted_at is null
   order by rating.answered_at desc limit 1) as rating,
  case when ticket.next_action_due_at is not null then (
    select follow_up.text from crm_follow_up follow_up
    where follow_up.ticket_id = ticket.id and follow_up.done_at is null
      and follow_up.deleted_at is null
    order by follow_up.due_at, follow_up.id limit 1
  ) end as next_action,
  coalesce((
    select json_agg(json_build_object('id', viewer.user_id, 'is_writing', viewer.is_writing)
                    order by viewer.user_id)
    from crm_ticket_presence viewer
    where viewer.ticket_id = ticket.id and viewer.expires_at > clock_timestamp()
  ), '[]') as viewers`

const join = (conditions: Condition[]): Condition => ({
  sql: conditions.map(({ sql }) => sql).join(" and "),
  bindings: conditions.flatMap(({ bindings }) => bindings),
})

const NO_TICKETS: Condition = { sql: "false", bindings: [] }

function conditionsOf(filters: TicketFilters, actorId: string | null): Condition[] {
  const conditions: Condition[] = [
    { sql: "ticket.deleted_at is null and ticket.merged_into_id is null", bindings: [] },
  ]
  const among = (column: string, values: string[] | undefined) => {
    if (values) {
      conditions.push(amongValues(`ticket.${column}`, values))
    }
  }
  if (isEverythingUnclosed(filters.status)) {
    conditions.push({ sql: "ticket.status_category <> 'closed'", bindings: [] })
  } else {
    among("status_category", filters.status)
  }
  among("department_id", filters.department_id)
  among("classification_id", filters.classification_id)
  among("assignee_id", filters.assignee_id)
  among("customer_id", filters.customer_id)
  among("awaiting", filters.awaiting ? [filters.awaiting] : undefined)
  among("requester_email", filters.email ? [filters.email] : undefined)

  if (filters.order_id) {
    conditions.push({
      sql: `ticket.id in (
        select linked.ticket_id from crm_ticket_order linked
        where linked.order_id = any(?) and linked.proof <> 'suggestion'
          and linked.deleted_at is null)`,
      bindings: [filters.order_id],
    })
  }
  if (filters.rating) {
    conditions.push(ratedAs(filters.rating))
  }
  for (const key of new Set(filters.custom_field?.map((field) => field.key))) {
    const wanted = filters.custom_field?.filter((field) => field.key === key) ?? []

    conditions.push(
      fieldCondition(
        key,
        wanted.map(({ value }) => value)
      )
    )
  }
  for (const [operator, sign] of Object.entries(COMPARISONS)) {
    const moment = filters.created_at?.[operator as keyof typeof COMPARISONS]

    if (moment) {
      conditions.push({ sql: `ticket.created_at ${sign} ?`, bindings: [moment] })
    }
  }
  if (filters.snoozed !== undefined) {
    conditions.push({
      sql: `ticket.snoozed_until is ${filters.snoozed ? "not null" : "null"}`,
      bindings: [],
    })
  }
  if (filters.view) {
    conditions.push(viewCondition(filters.view, actorId))
  }
  if (filters.q) {
    conditions.push({
      // As an array: the planner takes every prefix for common, and would walk all tickets.
      sql: `ticket.id = any(array(
        select search.ticket_id from crm_ticket_search search
        where search.document @@ (
          nullif(plainto_tsquery('simple', ?)::text, '') || ':*'
        )::tsquery))`,
      bindings: [filters.q.replace(/^#(?=\d)/, "")],
    })
  }
  return conditions
}

/**
 * A text, a number, yes or no, or one of several choices: contained, which the index on the column
 * answers. A value travels as text, so each reading of it counts.
 */
function fieldCondition(key: string, values: string[]): Condition {
  const readings = values.flatMap(readingsOf)

  return {
    sql: `(${readings.map(() => "ticket.custom_fields @> ?::jsonb").join(" or ")})`,
    bindings: readings.map((reading) => JSON.stringify({ [key]: { value: reading } })),
  }
}

const readingsOf = (value: string): unknown[] => [
  value,
  [value],
  ...(value.trim() && Number.isFinite(Number(value)) ? [Number(value)] : []),
  ...(value === "true" || value === "false" ? [value === "true"] : []),
]

/** Through the few tickets that were rated so at any time, and then by their latest answer. */
const ratedAs = (tones: RatingTone[]): Condition => ({
  sql: `ticket.id in (
    select rated.ticket_id from crm_ticket_rating rated
    where rated.tone = any(?) and rated.deleted_at is null
      and not exists (
        select 1 from crm_ticket_rating later
        where later.ticket_id = rated.ticket_id and later.answered_at > rated.answered_at
          and later.deleted_at is null))`,
  bindings: [tones],
})

/** One value is compared as one: an index then gives the rows in the order of the list. */
const amongValues = (column: string, values: string[]): Condition =>
  values.length === 1
    ? { sql: `${column} = ?`, bindings: values }
    : { sql: `${column} = any(?)`, bindings: [values] }

/** What agents look at all day has an index of its own, which knows it by this condition. */
const isEverythingUnclosed = (statuses: string[] | undefined) =>
  statuses !== undefined &&
  !statuses.includes("closed") &&
  STATUS_CATEGORIES.every((status) => status === "closed" || statuses.includes(status))

const COMPARISONS = { $gt: ">", $gte: ">=", $lt: "<", $lte: "<=" } as const

function viewCondition(
  view: NonNullable<TicketFilters["view"]>,
  actorId: string | null
): Condition {
  if (view === "unanswered") {
    return {
      sql: "ticket.reply_count = 0 and ticket.awaiting = 'agent'",
      bindings: [],
    }
  }
  if (view === "snoozed") {
    return { sql: "ticket.snoozed_until is not null", bindings: [] }
  }
  return actorId ? { sql: OWN_VIEWS[view], bindings: [actorId] } : NO_TICKETS
}

/** Views of the asking agent, each with the agent's id as its one parameter. */
const OWN_VIEWS = {
  // Two looks into an index each, where "or" would be a look at every ticket.
  mine: `ticket.id in (
    with agent as (select ?::text as id)
    select claimed.id from agent join crm_ticket claimed
      on claimed.locked_by_id = agent.id and claimed.deleted_at is null
    union
    select pin.ticket_id from agent join crm_ticket_pin pin
      on pin.user_id = agent.id and pin.deleted_at is null)`,
  assigned_to_me: "ticket.assignee_id = ?",
  solutions_to_review: `ticket.id in (
    select watcher.ticket_id from crm_ticket_watcher watcher
    where watcher.user_id = ? and watcher.kind = 'solution' and watcher.deleted_at is null)`,
  follow_ups_due: `ticket.id in (
    select follow_up.ticket_id from crm_follow_up follow_up
    where coalesce(follow_up.assignee_id, follow_up.created_by_id) = ?
      and follow_up.due_at <= clock_timestamp() and follow_up.done_at is null
      and follow_up.deleted_at is null)`,
} as const

function pageAfter(
  cursor: string,
  column: string,
  type: string,
  isDescending: boolean
): Condition {
  const [cursorColumn, key, id] = decodeCursor(cursor)

  if (cursorColumn !== column) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      "The cursor belongs to another order. Start again from the first page"
    )
  }
  return {
    sql: `(ticket.${column}, ticket.id) ${isDescending ? "<" : ">"} (?::${type}, ?)`,
    bindings: [key, id],
  }
}

const cursorOf = (column: string, { sort_key, id }: { sort_key: string; id: string }) =>
  Buffer.from(JSON.stringify([column, sort_key, id])).toString("base64url")

function decodeCursor(cursor: string): [string, string, string] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"))

    if (
      Array.isArray(parts) &&
      parts.length === 3 &&
      parts.every((p) => typeof p === "string")
    ) {
      return parts as [string, string, string]
    }
  } catch {
    // Falls through to the refusal: a cursor is ours or it is nothing.
  }
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    "The cursor is not one of ours. Use `next_cursor` of the page before"
  )
}
