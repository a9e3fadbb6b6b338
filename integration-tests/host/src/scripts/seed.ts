import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { answerAutomatically, createDesk } from "../seed/create-desk"
import { createForms } from "../seed/create-forms"
import { createOrders } from "../seed/create-orders"
import { createPeople } from "../seed/create-people"
import { createProducts } from "../seed/create-products"
import { createSavedReplies } from "../seed/create-saved-replies"
import { createShop } from "../seed/create-shop"
import { createTickets } from "../seed/create-tickets"
import { mailWorld } from "../seed/mail-world"
import { proveAddresses } from "../seed/prove-addresses"

/** Fills the demo's shop and its desk. Every part looks first, so running again adds nothing. */
export default async function seed({ container }: ExecArgs): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const world = mailWorld()

  logger.info("Demo: the shop ...")
  const shop = await createShop(container)
  logger.info("Demo: products ...")
  await createProducts(container, shop)
  logger.info("Demo: people ...")
  await createPeople(container)
  logger.info("Demo: orders ...")
  await createOrders(container, shop)
  logger.info("Demo: departments and their mailboxes ...")
  await createDesk(container, world)
  await createForms(container)
  await createSavedReplies(container)
  logger.info("Demo: tickets ...")
  await createTickets(container, world)
  await proveAddresses(container)
  await answerAutomatically(container)
}
