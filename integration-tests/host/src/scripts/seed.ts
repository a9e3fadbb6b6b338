import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createOrders } from "../seed/create-orders"
import { createPeople } from "../seed/create-people"
import { createProducts } from "../seed/create-products"
import { createShop } from "../seed/create-shop"

/** Fills the demo's shop. Every part looks first, so an interrupted run is continued. */
export default async function seed({ container }: ExecArgs): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)

  logger.info("Demo: the shop ...")
  const shop = await createShop(container)
  logger.info("Demo: products ...")
  await createProducts(container, shop)
  logger.info("Demo: people ...")
  await createPeople(container)
  logger.info("Demo: orders ...")
  await createOrders(container, shop)
}
