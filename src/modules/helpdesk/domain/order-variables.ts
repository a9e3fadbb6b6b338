import type { VariableName } from "./variables"

/** An order as its variables need it. Amounts are in major units: 35 is 35.00 EUR. */
export type OrderFacts = {
  display_id: string
  created_at: string
  status: string
  payment_status: string | null
  fulfillment_status: string | null
  /** Of its latest return. */
  return_status: string | null
  currency_code: string
  subtotal: number
  shipping_total: number
  total: number
  /** Captured and not given back yet. */
  refundable_total: number
  items: { title: string; variant: string | null; quantity: number }[]
  shipping_methods: string[]
  shipping_address: Partial<
    Record<
      | "first_name"
      | "last_name"
      | "company"
      | "address_1"
      | "address_2"
      | "postal_code"
      | "city"
      | "province"
      | "country_code",
      string | null
    >
  > | null
  tracking: { number: string | null; url: string | null }[]
}

type OrderVariable = Extract<VariableName, `order.${string}`>

/** What each variable of an order stands for, in the order's currency and the customer's locale. */
export function orderVariables(
  order: OrderFacts,
  locale: string
): Record<OrderVariable, string | null> {
  const money = (amount: number) => moneyIn(amount, order.currency_code, locale)

  return {
    "order.number": `#${order.display_id}`,
    "order.date": dateIn(order.created_at, locale),
    "order.status": stateIn(order.status, locale),
    "order.payment_status": stateIn(order.payment_status, locale),
    "order.fulfillment_status": stateIn(order.fulfillment_status, locale),
    "order.return_status": stateIn(order.return_status, locale),
    "order.items": lines(order.items.map(itemLine)),
    "order.subtotal": money(order.subtotal),
    "order.shipping_total": money(order.shipping_total),
    "order.total": money(order.total),
    "order.refundable_total": money(order.refundable_total),
    "order.currency": order.currency_code.toUpperCase(),
    "order.shipping_method": lines(order.shipping_methods),
    "order.shipping_address": addressIn(order.shipping_address, locale),
    "order.tracking_numbers": lines(order.tracking.map(({ number }) => number)),
    // Only what a browser opens: a carrier's module may put anything here.
    "order.tracking_links": lines(
      order.tracking.map(({ url }) => (url && /^https?:\/\//i.test(url) ? url : null))
    ),
  }
}

export const dateIn = (moment: string | Date, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(new Date(moment))

export const moneyIn = (amount: number, currency: string, locale: string): string =>
  new Intl.NumberFormat(locale, { style: "currency", currency }).format(amount)

const itemLine = ({ title, variant, quantity }: OrderFacts["items"][number]) =>
  `${quantity} × ${variant && variant !== title ? `${title} (${variant})` : title}`

const lines = (parts: (string | null)[]): string | null =>
  [...new Set(parts.filter((part): part is string => Boolean(part)))].join("\n") || null

function addressIn(
  address: OrderFacts["shipping_address"],
  locale: string
): string | null {
  if (!address) {
    return null
  }
  const { first_name, last_name, company, address_1, address_2 } = address

  return lines([
    words(first_name, last_name),
    company ?? null,
    address_1 ?? null,
    address_2 ?? null,
    words(address.postal_code, address.city),
    address.province ?? null,
    countryIn(address.country_code, locale),
  ])
}

const words = (...parts: (string | null | undefined)[]) =>
  parts.filter(Boolean).join(" ") || null

const countryIn = (code: string | null | undefined, locale: string): string | null =>
  code && /^[a-z]{2}$/i.test(code)
    ? (new Intl.DisplayNames([locale], { type: "region" }).of(code.toUpperCase()) ?? null)
    : null

/** Medusa's words for states. A state of a later release is shown as it is, without underscores. */
function stateIn(state: string | null, locale: string): string | null {
  if (!state) {
    return null
  }
  const language = locale.slice(0, 2).toLowerCase()

  return STATES[language]?.[state] ?? state.replace(/_/g, " ")
}

const STATES: Record<string, Record<string, string>> = {
  de: {
    pending: "in Bearbeitung",
    completed: "abgeschlossen",
    archived: "archiviert",
    canceled: "storniert",
    requires_action: "Handlung erforderlich",
    not_paid: "nicht bezahlt",
    awaiting: "ausstehend",
    authorized: "autorisiert",
    partially_authorized: "teilweise autorisiert",
    captured: "bezahlt",
    partially_captured: "teilweise bezahlt",
    refunded: "erstattet",
    partially_refunded: "teilweise erstattet",
    not_fulfilled: "noch nicht versandfertig",
    partially_fulfilled: "teilweise versandfertig",
    fulfilled: "versandfertig",
    partially_shipped: "teilweise versandt",
    shipped: "versandt",
    partially_delivered: "teilweise zugestellt",
    delivered: "zugestellt",
    requested: "angefragt",
    received: "eingegangen",
    partially_received: "teilweise eingegangen",
  },
  en: { captured: "paid" },
}
