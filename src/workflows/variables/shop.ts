import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

export type Shop = { name: string | null; locale: string | null }

/** The shop's name, and its language when it has but one; nothing where a host runs without the Store Module. */
export async function readShop(container: MedusaContainer): Promise<Shop> {
  const stores = container.resolve(Modules.STORE, { allowUnregistered: true })
  const [store] = stores
    ? await stores.listStores({}, { take: 1, relations: ["supported_locales"] })
    : []
  const locales = store?.supported_locales ?? []

  return {
    name: store?.name ?? null,
    locale: locales.length === 1 ? locales[0].locale_code : null,
  }
}
