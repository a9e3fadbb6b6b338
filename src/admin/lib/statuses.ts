import type { Status } from "../../api/admin/crm/statuses/contract"
import type { TicketListItem } from "../../api/admin/crm/tickets/contract"

export type StatusCategory = TicketListItem["status"]["category"]
export type Translate = (key: string, values?: Record<string, unknown>) => string
export type Option = { value: string; label: string }

export const STATUS_CATEGORIES = [
  "open",
  "pending",
  "on_hold",
  "closed",
] as const satisfies readonly StatusCategory[]

/** Everything that still needs somebody (M-05). */
export const UNCLOSED = [
  "open",
  "pending",
  "on_hold",
] as const satisfies readonly StatusCategory[]

const COLORS = {
  open: "orange",
  pending: "blue",
  on_hold: "purple",
  closed: "grey",
} as const satisfies Record<StatusCategory, string>

export const statusColor = (category: StatusCategory) => COLORS[category] ?? "grey"

const SHIPPED_NAMES: Record<StatusCategory, string> = {
  open: "open",
  pending: "pending",
  on_hold: "on hold",
  closed: "closed",
}

/** A name the merchant gave is shown as it is; the names we ship speak the agent's language. */
export function statusLabel(
  status: Pick<TicketListItem["status"], "name" | "category">,
  t: Translate
): string {
  return status.name.trim().toLowerCase() === SHIPPED_NAMES[status.category]
    ? t(`status.${status.category}`)
    : status.name
}

/** What a select of statuses offers: a category stands for its default status. */
export function statusOptions(statuses: Status[] | undefined, t: Translate): Option[] {
  if (!statuses?.length) {
    return STATUS_CATEGORIES.map((value) => ({ value, label: t(`status.${value}`) }))
  }
  const defaults = defaultIds(statuses)

  return statuses.map((status) => ({
    value: defaults.has(status.id) ? status.category : status.id,
    label: statusLabel(status, t),
  }))
}

/** The option that a status id, a category or `unchanged` is shown as. */
export function statusValue(wanted: string, statuses: Status[] | undefined): string {
  const status = statuses?.find(({ id }) => id === wanted)

  return status && statuses && defaultIds(statuses).has(status.id)
    ? status.category
    : wanted
}

function defaultIds(statuses: Status[]): Set<string> {
  return new Set(
    STATUS_CATEGORIES.flatMap((category) => {
      const inCategory = statuses.filter((status) => status.category === category)
      const status = inCategory.find(({ is_default }) => is_default) ?? inCategory[0]

      return status ? [status.id] : []
    })
  )
}
