import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  addShippingMethodToCartWorkflow,
  cancelOrderWorkflow,
  capturePaymentWorkflow,
  completeCartWorkflow,
  createAndCompleteReturnOrderWorkflow,
  createCartWorkflow,
  createOrderFulfillmentWorkflow,
  createOrderShipmentWorkflow,
  createPaymentCollectionForCartWorkflow,
  createPaymentSessionsWorkflow,
  markOrderFulfillmentAsDeliveredWorkflow,
} from "@medusajs/medusa/core-flows"
import { addressOf, customerOf } from "./create-people"
import type { Shop } from "./create-shop"
import { FIRST_ORDER_NUMBER, orders, type OrderData, type OrderState } from "./orders"
import people from "./people"

const DAY = 24 * 60 * 60 * 1000

/** Shops every order as a person would, takes it as far as it came, and moves it to its day. */
export async function createOrders(
  container: MedusaContainer,
  shop: Shop
): Promise<void> {
  const existing = new Set((await placedOrders(container)).map(({ key }) => key))
  if (existing.size === 0) await beginNumbersAt(container, FIRST_ORDER_NUMBER)

  for (const order of orders) {
    if (existing.has(order.key)) continue
    const id = await place(container, shop, order)
    await advance(container, shop, id, order.state)
    await moveToDay(container, id, new Date(Date.now() - order.daysAgo * DAY))
  }
}

/** The demo's orders by the key that tickets name them with. */
export async function placedOrders(container: MedusaContainer) {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: ["id", "display_id", "email", "customer_id", "metadata"],
  })
  return data.flatMap((order) => {
    const key = order.metadata?.demo_order
    return typeof key === "string"
      ? [{ key, id: order.id, display_id: String(order.display_id), email: order.email }]
      : []
  })
}

async function place(container: MedusaContainer, shop: Shop, order: OrderData) {
  const shopper = people.shoppers.find(({ email }) => email === order.email)!
  const customer = await customerOf(container, order.email)
  const address = addressOf(shopper)
  const { result: cart } = await createCartWorkflow(container).run({
    input: {
      email: order.email,
      customer_id: customer.id,
      region_id: shop.regionId,
      sales_channel_id: shop.salesChannelId,
      currency_code: "eur",
      shipping_address: address,
      billing_address: address,
      items: await itemsOf(container, order),
      metadata: { demo_order: order.key },
    },
  })
  const option = order.express ? shop.shipping.express : shop.shipping.standard
  await addShippingMethodToCartWorkflow(container).run({
    input: { cart_id: cart.id, options: [{ id: option }] },
  })
  await pay(container, cart.id)
  const { result } = await completeCartWorkflow(container).run({ input: { id: cart.id } })
  return result.id
}

async function itemsOf(container: MedusaContainer, order: OrderData) {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product_variant",
    fields: ["id", "title", "product.handle"],
  })
  return order.items.map(([handle, title, quantity]) => {
    const variant = data.find(
      (candidate) => candidate.product?.handle === handle && candidate.title === title
    )
    if (!variant) throw new Error(`There is no ${handle} in ${title}`)
    return { variant_id: variant.id, quantity }
  })
}

async function pay(container: MedusaContainer, cart_id: string) {
  await createPaymentCollectionForCartWorkflow(container).run({ input: { cart_id } })
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart",
    fields: ["id", "payment_collection.id"],
    filters: { id: cart_id },
  })
  await createPaymentSessionsWorkflow(container).run({
    input: {
      payment_collection_id: data[0].payment_collection!.id,
      provider_id: "pp_system_default",
      data: {},
    },
  })
}

const WAY: OrderState[] = [
  "placed",
  "paid",
  "fulfilled",
  "shipped",
  "delivered",
  "returned",
]

async function advance(
  container: MedusaContainer,
  shop: Shop,
  order_id: string,
  state: OrderState
) {
  if (state === "canceled") {
    await cancelOrderWorkflow(container).run({ input: { order_id } })
    return
  }
  const reaches = (step: OrderState) => WAY.indexOf(state) >= WAY.indexOf(step)

  if (reaches("paid")) await capture(container, order_id)
  if (!reaches("fulfilled")) return
  const items = await lineItems(container, order_id)
  const { result: fulfillment } = await createOrderFulfillmentWorkflow(container).run({
    input: { order_id, items },
  })
  const fulfillment_id = fulfillment.id

  if (reaches("shipped")) {
    await createOrderShipmentWorkflow(container).run({
      input: {
        order_id,
        fulfillment_id,
        items,
        labels: [
          { tracking_number: "JD014600003812", tracking_url: "#", label_url: "#" },
        ],
      },
    })
  }
  if (reaches("delivered")) {
    await markOrderFulfillmentAsDeliveredWorkflow(container).run({
      input: { orderId: order_id, fulfillmentId: fulfillment_id },
    })
  }
  if (reaches("returned")) {
    await createAndCompleteReturnOrderWorkflow(container).run({
      input: {
        order_id,
        items,
        return_shipping: { option_id: shop.shipping.returns, price: 0 },
        receive_now: true,
      },
    })
  }
}

async function lineItems(container: MedusaContainer, order_id: string) {
  const order = await container
    .resolve(Modules.ORDER)
    .retrieveOrder(order_id, { relations: ["items"] })
  return order.items!.map(({ id, quantity }) => ({ id, quantity: Number(quantity) }))
}

async function capture(container: MedusaContainer, order_id: string) {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: ["id", "payment_collections.payments.id"],
    filters: { id: order_id },
  })
  for (const collection of data[0].payment_collections ?? []) {
    for (const payment of collection?.payments ?? []) {
      await capturePaymentWorkflow(container).run({ input: { payment_id: payment!.id } })
    }
  }
}

/** Medusa has no way to place an order in the past. */
async function moveToDay(container: MedusaContainer, id: string, day: Date) {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await knex.raw(`update "order" set created_at = ? where id = ?`, [day, id])
}

/** Nobody believes a shop whose first customer writes about order 1. */
async function beginNumbersAt(container: MedusaContainer, number: number) {
  const knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await knex.raw(
    `select setval(pg_get_serial_sequence('"order"', 'display_id'), ?, false)`,
    [number]
  )
}
