/**
 * Every variable a text of the desk may contain, by what it speaks of. A list and nothing more:
 * there is no logic in a text, so a text can run nothing (X-04 AC3).
 */
export const VARIABLES = {
  ticket: ["ticket.number", "ticket.subject", "ticket.status", "ticket.opened_at"],
  department: ["department.name"],
  agent: ["agent.name", "agent.first_name", "agent.email"],
  customer: [
    "customer.name",
    "customer.first_name",
    "customer.last_name",
    "customer.email",
    "customer.company",
    "customer.phone",
    "customer.groups",
  ],
  order: [
    "order.number",
    "order.date",
    "order.status",
    "order.payment_status",
    "order.fulfillment_status",
    "order.return_status",
    "order.items",
    "order.subtotal",
    "order.shipping_total",
    "order.total",
    "order.refundable_total",
    "order.currency",
    "order.shipping_method",
    "order.shipping_address",
    "order.tracking_numbers",
    "order.tracking_links",
  ],
  shop: ["shop.name", "shop.today"],
} as const

export type VariableGroup = keyof typeof VARIABLES
export type VariableName = (typeof VARIABLES)[VariableGroup][number]

export const VARIABLE_NAMES: readonly VariableName[] = Object.values(VARIABLES).flat()

/** A field of tickets: `field.<its key>`. Whether it is declared is known when the text is used. */
export const fieldVariable = (key: string) => `field.${key}`
const FIELD_VARIABLE = /^field\.[a-z][a-z0-9_]*$/

export const isVariable = (name: string): boolean =>
  VARIABLE_NAMES.some((known) => known === name) || FIELD_VARIABLE.test(name)

/** What a variable stands for right now. Null: there is nothing to say, and why. */
export type VariableValues = ReadonlyMap<string, string | null>
