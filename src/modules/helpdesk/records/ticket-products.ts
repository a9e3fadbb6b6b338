import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import type { Actor } from "../types"
import { assertNotMerged, lockTicket } from "./lock-ticket"
import type { ChangedLink } from "./relate-tickets"
import { addSearchText, searchableName } from "./search-text"
import { recordChanges } from "./ticket-events"

/** A product in question, named by the shop. */
export type ProductInQuestion = {
  order_id: string | null
  line_item_id: string | null
  product_id: string | null
  variant_id: string | null
  title: string
  subtitle: string | null
  sku: string | null
  thumbnail: string | null
}

/** Links a product to a ticket, once; its words find the ticket from now on (C-33). @returns null when it was there */
export async function linkProduct(
  sql: Sql,
  ticketId: string,
  product: ProductInQuestion,
  actor: Actor
): Promise<ChangedLink | null> {
  assertNotMerged(await lockTicket(sql, ticketId))
  const { title, subtitle, sku } = product
  const [linked] = await insertRows<{ id: string }>(
    sql,
    "crm_ticket_product",
    [
      {
        id: generateEntityId("", "tprod"),
        ticket_id: ticketId,
        reference: product.line_item_id ?? product.variant_id ?? product.product_id,
        ...product,
        linked_by: actor.id,
      },
    ],
    `on conflict (ticket_id, reference) where deleted_at is null do nothing returning id`
  )
  if (!linked) {
    return null
  }
  const event_ids = await recordChanges(sql, ticketId, actor, [
    { type: "product_linked", data: { title } },
  ])
  await addSearchText(
    sql,
    new Map([
      [ticketId, searchableName([title, subtitle, sku].filter(Boolean).join(" "))],
    ])
  )
  return { id: linked.id, event_ids }
}

/** @throws NOT_FOUND when it is not on the ticket */
export async function unlinkProduct(
  sql: Sql,
  ticketId: string,
  id: string,
  actor: Actor
): Promise<ChangedLink> {
  await lockTicket(sql, ticketId)
  const [product] = await rowsOf<{ title: string }>(
    sql,
    `update crm_ticket_product set deleted_at = clock_timestamp()
     where id = ? and ticket_id = ? and deleted_at is null returning title`,
    [id, ticketId]
  )
  if (!product) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Product ${id} is not linked to this ticket`
    )
  }
  const event_ids = await recordChanges(sql, ticketId, actor, [
    { type: "product_unlinked", data: { title: product.title } },
  ])

  return { id, event_ids }
}
