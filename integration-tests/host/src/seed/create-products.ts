import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules, ProductStatus } from "@medusajs/framework/utils"
import {
  createInventoryLevelsWorkflow,
  createProductCategoriesWorkflow,
  createProductsWorkflow,
} from "@medusajs/medusa/core-flows"
import type { Shop } from "./create-shop"
import { products, type ProductData } from "./products"

/** The products with their variants, prices, pictures and stock. */
export async function createProducts(
  container: MedusaContainer,
  shop: Shop
): Promise<void> {
  const [, count] = await container.resolve(Modules.PRODUCT).listAndCountProducts({})
  if (count > 0) return

  const categories = await createCategories(container)
  await createProductsWorkflow(container).run({
    input: {
      products: products.map((product) => ({
        title: product.title,
        subtitle: product.subtitle,
        handle: product.handle,
        description: product.description,
        status: ProductStatus.PUBLISHED,
        weight: product.weight,
        thumbnail: pictureOf(product),
        category_ids: [categories.get(product.category)!],
        shipping_profile_id: shop.shippingProfileId,
        sales_channels: [{ id: shop.salesChannelId }],
        options: Object.entries(product.options).map(([title, values]) => ({
          title,
          values,
        })),
        variants: variantsOf(product),
      })),
    },
  })
  await stock(container, shop.stockLocationId)
}

async function createCategories(container: MedusaContainer) {
  const names = [...new Set(products.map(({ category }) => category))]
  const { result } = await createProductCategoriesWorkflow(container).run({
    input: { product_categories: names.map((name) => ({ name, is_active: true })) },
  })
  return new Map(result.map(({ name, id }) => [name, id]))
}

function variantsOf({ handle, options, price }: ProductData) {
  return combinations(options).map((chosen) => {
    const values = Object.values(chosen)
    return {
      title: values.join(" / "),
      sku: [handle, ...values]
        .join("-")
        .toUpperCase()
        .replace(/[^A-Z0-9-]+/g, ""),
      options: chosen,
      manage_inventory: true,
      prices: [
        { currency_code: "eur", amount: price.eur },
        { currency_code: "usd", amount: price.usd },
      ],
    }
  })
}

function combinations(options: Record<string, string[]>): Record<string, string>[] {
  return Object.entries(options).reduce<Record<string, string>[]>(
    (chosen, [title, values]) =>
      chosen.flatMap((before) => values.map((value) => ({ ...before, [title]: value }))),
    [{}]
  )
}

async function stock(container: MedusaContainer, location_id: string) {
  const items = await container
    .resolve(Modules.INVENTORY)
    .listInventoryItems({}, { take: 200 })
  const quantityOf = (sku: string) =>
    products.find(({ handle }) => sku.startsWith(handle.toUpperCase()))?.stock ?? 10

  await createInventoryLevelsWorkflow(container).run({
    input: {
      inventory_levels: items.map(({ id, sku }) => ({
        inventory_item_id: id,
        location_id,
        stocked_quantity: quantityOf(sku ?? ""),
      })),
    },
  })
}

/** Drawn here, because a demo loads nothing from elsewhere. */
function pictureOf({ picture: [from, to, outline] }: ProductData) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240"><defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs><rect width="240" height="240" fill="url(#g)"/><path transform="translate(60 60) scale(5)" d="${outline}" fill="none" stroke="#fff" stroke-width="1.2" stroke-linecap="round" stroke-linejoin="round"/></svg>`
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`
}
