import type { TicketEvent } from "../../api/admin/crm/tickets/contract"
import { absoluteTime } from "./relative-time"
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
  "product_linked",
  "product_unlinked",
  "merged",
  "merged_into",
  "unmerged",
  "unmerged_from",
  "split_off",
  "split_from",
  "related",
  "unrelated",
  "deleted",
  "restored",
  "snoozed",
  "woken",
  "follow_up_added",
  "follow_up_changed",
  "follow_up_done",
  "follow_up_reopened",
  "follow_up_removed",
  "watched",
  "unwatched",
  "colleagues_informed",
  "made_private",
  "made_public",
  "sticky_note_changed",
  "reply_scheduled",
  "reply_rescheduled",
  "reply_asked",
  "reply_cancelled",
  "reply_taken_back",
  "undone",
  "person_erased",
  "rated",
  "custom_fields_changed",
]

/** Some changes read differently when what was there was taken away. */
const WHEN_TAKEN_AWAY: Record<string, string> = {
  assigned: "unassigned",
  due_date_changed: "due_date_removed",
  url_changed: "url_removed",
  customer_assigned: "customer_removed",
}

/**
 * A line of a ticket's history.
 * @param nameOf the name of a department or classification that is known by its id
 */
export function eventText(
  event: Pick<TicketEvent, "type" | "data">,
  t: Translate,
  nameOf: (id: string) => string | undefined,
  language = "en"
): string {
  const { type, data } = event

  if (!KNOWN.includes(type)) {
    return type.replaceAll("_", " ")
  }
  return t(`events.${keyOf(event)}`, {
    ...data,
    from: data.from_name ?? named(data.from, nameOf, language),
    to: data.to_name ?? named(data.to, nameOf, language),
    status: statusOf(data, t),
    channel: data.channel ? t(`channel.${String(data.channel)}`) : "",
    fields: Array.isArray(data.labels) ? data.labels.join(", ") : "",
    addresses: Array.isArray(data.addresses) ? data.addresses.join(", ") : "",
  })
}

function keyOf({ type, data }: Pick<TicketEvent, "type" | "data">): string {
  // A link that a mail made names both facts it stands on (X-01 AC1).
  if (type === "order_linked" && data.sender) {
    return "order_linked_by_mail"
  }
  if (type === "visibility_changed") {
    return data.to ? "made_visible" : "made_invisible"
  }
  if (type === "rated") {
    return `rated_${String(data.tone)}`
  }
  if (type === "undone") {
    return `undone_${String(data.kind)}`
  }
  return data.to === null ? (WHEN_TAKEN_AWAY[type] ?? type) : type
}

const MOMENT = /^\d{4}-\d\d-\d\dT/

const named = (
  value: unknown,
  nameOf: (id: string) => string | undefined,
  language: string
): string =>
  typeof value !== "string"
    ? "–"
    : MOMENT.test(value)
      ? absoluteTime(value, language)
      : (nameOf(value) ?? value)

function statusOf({ to, status }: Record<string, unknown>, t: Translate): string {
  const category = STATUS_CATEGORIES.find((known) => known === to)

  return category
    ? typeof status === "string"
      ? statusLabel({ name: status, category: category satisfies StatusCategory }, t)
      : t(`status.${category}`)
    : String(status ?? "")
}
