import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { customerLocale } from "../../modules/helpdesk/domain/customer-locale"
import { valueText, type FieldValues } from "../../modules/helpdesk/domain/custom-field"
import { mayBeTold, type OrderProof } from "../../modules/helpdesk/domain/order-proof"
import { dateIn, orderVariables } from "../../modules/helpdesk/domain/order-variables"
import { HELPDESK_MODULE } from "../../modules/helpdesk"
import {
  fieldVariable,
  VARIABLE_NAMES,
  VARIABLES,
  type VariableName,
} from "../../modules/helpdesk/domain/variables"
import { readOrder, type OrderWithLocale } from "./read-order"
import { readShop } from "./shop"

/** What a text is written about. Of a ticket that is not opened yet, number and status are not known. */
export type Subject = {
  ticket: {
    number: number | null
    subject: string
    status: string | null
    opened_at: Date
  }
  department: string
  actor_id: string | null
  requester: { name: string; email: string }
  customer_id: string | null
  orders: { order_id: string; display_id: string; proof: OrderProof }[]
  custom_fields?: FieldValues | null
  /** The order the agent chose, of several. */
  order_id?: string
}

export type ResolvedVariables = {
  values: ReadonlyMap<string, string | null>
  /** BCP 47. */
  locale: string
  /** Why the order's variables are empty, in a sentence for the agent; null when they are not. */
  order_remark: string | null
}

const UNKNOWN_LOCALE = "en"

/** What every variable stands for right now, in the customer's language (X-04 AC1). */
export async function ticketVariables(
  container: MedusaContainer,
  subject: Subject
): Promise<ResolvedVariables> {
  const chosen = chooseOrder(subject)
  const [order, customer, agent, shop, declared] = await Promise.all([
    chosen.order_id ? readOrder(container, chosen.order_id) : null,
    readCustomer(container, subject.customer_id),
    readAgent(container, subject.actor_id),
    readShop(container),
    container.resolve(HELPDESK_MODULE).listCrmCustomFields({}, { take: null }),
  ])
  const locale =
    customerLocale({
      order_locale: order?.locale,
      country_code: order?.shipping_address?.country_code,
      store_locale: shop.locale,
    }) ?? UNKNOWN_LOCALE
  const values: Record<VariableName, string | null> = {
    "ticket.number":
      subject.ticket.number === null ? null : String(subject.ticket.number),
    "ticket.subject": subject.ticket.subject || null,
    "ticket.status": subject.ticket.status,
    "ticket.opened_at": dateIn(subject.ticket.opened_at, locale),
    "department.name": subject.department,
    ...agent,
    ...customerValues(subject.requester, customer),
    ...orderValues(order, locale),
    "shop.name": shop.name,
    "shop.today": dateIn(new Date(), locale),
  }
  return {
    values: new Map([
      ...VARIABLE_NAMES.map((name) => [name, values[name] || null] as const),
      ...declared.map(({ key }) => [fieldVariable(key), null] as const),
      ...Object.entries(subject.custom_fields ?? {}).map(
        ([key, { value }]) => [fieldVariable(key), valueText(value)] as const
      ),
    ]),
    locale,
    order_remark: order ? null : chosen.remark,
  }
}

/** The order that was chosen, else the latest linked one; never one that is only suggested. */
function chooseOrder({ orders, order_id }: Subject): {
  order_id: string | null
  remark: string
} {
  const wanted = order_id ? orders.filter((order) => order.order_id === order_id) : orders
  const told = wanted.find(({ proof }) => mayBeTold(proof))

  if (told) {
    return {
      order_id: told.order_id,
      remark: `Order #${told.display_id} no longer exists`,
    }
  }
  const [unproven] = wanted

  return {
    order_id: null,
    remark: unproven
      ? `Nobody checked that order #${unproven.display_id} is the customer's: link it beside the ticket first`
      : "No order is linked to this ticket: link one beside it",
  }
}

const orderValues = (order: OrderWithLocale | null, locale: string) =>
  order
    ? orderVariables(order, locale)
    : (Object.fromEntries(VARIABLES.order.map((name) => [name, null])) as Record<
        (typeof VARIABLES.order)[number],
        null
      >)

type Customer = Partial<
  Record<"first_name" | "last_name" | "company_name" | "phone", string | null>
> & { groups?: ({ name?: string | null } | null)[] | null }

async function readCustomer(
  container: MedusaContainer,
  id: string | null
): Promise<Customer | null> {
  if (!id) {
    return null
  }
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "customer",
    fields: ["first_name", "last_name", "company_name", "phone", "groups.name"],
    filters: { id },
  })
  return data[0] ?? null
}

/** The name on the customer's record; without one what the mail said, unless that is the address. */
function customerValues(requester: Subject["requester"], customer: Customer | null) {
  const written = requester.name === requester.email ? "" : requester.name.trim()
  const [first = "", ...rest] = written.split(/\s+/)
  const recorded = [customer?.first_name, customer?.last_name].filter(Boolean).join(" ")

  return {
    "customer.name": recorded || written || null,
    "customer.first_name": customer?.first_name || first || null,
    "customer.last_name":
      customer?.last_name || (recorded ? null : rest.join(" ")) || null,
    "customer.email": requester.email || null,
    "customer.company": customer?.company_name || null,
    "customer.phone": customer?.phone || null,
    "customer.groups":
      (customer?.groups ?? []).flatMap((group) => group?.name ?? []).join(", ") || null,
  }
}

async function readAgent(container: MedusaContainer, id: string | null) {
  const { data } = id
    ? await container.resolve(ContainerRegistrationKeys.QUERY).graph({
        entity: "user",
        fields: ["first_name", "last_name", "email"],
        filters: { id },
      })
    : { data: [] }
  const [user] = data

  return {
    "agent.name": [user?.first_name, user?.last_name].filter(Boolean).join(" ") || null,
    "agent.first_name": user?.first_name || null,
    "agent.email": user?.email || null,
  }
}
