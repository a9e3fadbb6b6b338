export const TICKETS_PATH = "/crm/tickets"
export const DEPARTMENTS_PATH = "/settings/crm-departments"
export const MAIL_ACCOUNTS_PATH = "/settings/crm-mail-accounts"
/** Where a provider sends the browser back to: registered there, so it never changes. */
export const CONNECT_PATH = `${MAIL_ACCOUNTS_PATH}/connect`
export const CLASSIFICATIONS_PATH = "/settings/crm-classifications"

export const ticketPath = (id: string) => `${TICKETS_PATH}/${id}`

export type NewTicketPrefill = {
  customer_id?: string | null
  email?: string | null
  name?: string | null
  order_id?: string | null
  order_display_id?: string | number | null
  subject?: string | null
}

/** The page for a new ticket, filled with what is known already (D-19, D-24). */
export function newTicketPath(prefill: NewTicketPrefill = {}): string {
  const known = Object.entries(prefill).flatMap(([key, value]) =>
    value ? [[key, String(value)]] : []
  )
  const query = new URLSearchParams(known).toString()

  return `${TICKETS_PATH}/create${query ? `?${query}` : ""}`
}

export function ticketsPath(filter: Record<string, string | readonly string[]>): string {
  const query = new URLSearchParams(
    Object.entries(filter).flatMap(([key, value]) =>
      [value].flat().map((item) => [key, item])
    )
  ).toString()

  return `${TICKETS_PATH}${query ? `?${query}` : ""}`
}
