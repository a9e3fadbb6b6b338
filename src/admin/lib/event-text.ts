import type { TicketEvent } from "../../api/admin/crm/tickets/contract"
import type { StatusCategory, Translate } from "./statuses"
import { statusLabel, STATUS_CATEGORIES } from "./statuses"

const KNOWN = [
  "created",
  "replied",
  "customer_replied",
  "note_added",
  "status_changed",
  "subject_changed",
  "moved",
  "classified",
  "assigned",
  "claimed",
  "released",
  "due_date_changed",
  "url_changed",
  "visibility_changed",
  "customer_assigned",
  "order_linked",
  "order_suggested",
  "order_unlinked",
  "copied",
  "mail_failed",
  "mail_bounced",
  "mail_cancelled",
  "mail_retried",
  "mail_held",
  "mail_released",
  "loop_suspected",
  "merged",
  "deleted",
]

/**
 * A line of a ticket's history.
 * @param nameOf the name of a department or classification that is known by its id
 */
export function eventText(
  { type, data }: Pick<TicketEvent, "type" | "data">,
  t: Translate,
  nameOf: (id: string) => string | undefined
): string {
  if (!KNOWN.includes(type)) {
    return type.replaceAll("_", " ")
  }
  // A link that a mail made names both facts it stands on (X-01 AC1).
  const key = type === "order_linked" && data.sender ? "order_linked_by_mail" : type

  return t(`events.${key}`, {
    ...data,
    from: named(data.from, nameOf),
    to: named(data.to, nameOf),
    status: statusOf(data, t),
    channel: data.channel ? t(`channel.${String(data.channel)}`) : "",
    addresses: Array.isArray(data.addresses) ? data.addresses.join(", ") : "",
  })
}

const named = (value: unknown, nameOf: (id: string) => string | undefined): string =>
  typeof value === "string" ? (nameOf(value) ?? value) : "–"

function statusOf({ to, status }: Record<string, unknown>, t: Translate): string {
  const category = STATUS_CATEGORIES.find((known) => known === to)

  return category
    ? typeof status === "string"
      ? statusLabel({ name: status, category: category satisfies StatusCategory }, t)
      : t(`status.${category}`)
    : String(status ?? "")
}
