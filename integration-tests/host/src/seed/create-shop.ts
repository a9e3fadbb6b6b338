import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createApiKeysWorkflow,
  createRegionsWorkflow,
  createSalesChannelsWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  createTaxRegionsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
  updateStoresWorkflow,
} from "@medusajs/medusa/core-flows"
import people from "./people"

const COUNTRIES = ["de", "at", "fr", "it", "nl", "ie", "dk", "pl", "es", "se"]

export type Shop = {
  salesChannelId: string
  regionId: string
  stockLocationId: string
  shippingProfileId: string
  /** Shipping options by name. */
  shipping: { standard: string; express: string; returns: string }
}

/** The shop itself: where it sells, from where it sends, and how. */
export async function createShop(container: MedusaContainer): Promise<Shop> {
  const salesChannelId = await createSalesChannel(container)
  const regionId = await createRegion(container)
  const stockLocationId = await createStockLocation(container, salesChannelId)
  const shippingProfileId = await createShippingProfile(container)
  const shipping = await createShippingOptions(container, {
    regionId,
    stockLocationId,
    shippingProfileId,
  })
  await createPublishableKey(container, salesChannelId)

  const [store] = await container.resolve(Modules.STORE).listStores()
  await updateStoresWorkflow(container).run({
    input: {
      selector: { id: store.id },
      update: {
        name: people.shop,
        supported_currencies: [
          { currency_code: "eur", is_default: true },
          { currency_code: "usd" },
        ],
        default_sales_channel_id: salesChannelId,
        default_region_id: regionId,
        default_location_id: stockLocationId,
      },
    },
  })
  return { salesChannelId, regionId, stockLocationId, shippingProfileId, shipping }
}

async function createSalesChannel(container: MedusaContainer) {
  const [existing] = await container
    .resolve(Modules.SALES_CHANNEL)
    .listSalesChannels({ name: "Nordwind Online" })
  if (existing) return existing.id

  const { result } = await createSalesChannelsWorkflow(container).run({
    input: { salesChannelsData: [{ name: "Nordwind Online" }] },
  })
  return result[0].id
}

async function createRegion(container: MedusaContainer) {
  const [existing] = await container
    .resolve(Modules.REGION)
    .listRegions({ name: "Europe" })
  if (existing) return existing.id

  const { result } = await createRegionsWorkflow(container).run({
    input: {
      regions: [
        {
          name: "Europe",
          currency_code: "eur",
          countries: COUNTRIES,
          payment_providers: ["pp_system_default"],
        },
      ],
    },
  })
  await createTaxRegionsWorkflow(container).run({
    input: COUNTRIES.map((country_code) => ({ country_code, provider_id: "tp_system" })),
  })
  return result[0].id
}

async function createStockLocation(container: MedusaContainer, salesChannelId: string) {
  const [existing] = await container
    .resolve(Modules.STOCK_LOCATION)
    .listStockLocations({ name: "Hamburg warehouse" })
  if (existing) return existing.id

  const { result } = await createStockLocationsWorkflow(container).run({
    input: {
      locations: [
        {
          name: "Hamburg warehouse",
          address: {
            address_1: "Am Sandtorkai 30",
            postal_code: "20457",
            city: "Hamburg",
            country_code: "DE",
          },
        },
      ],
    },
  })
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.STOCK_LOCATION]: { stock_location_id: result[0].id },
    [Modules.FULFILLMENT]: { fulfillment_provider_id: "manual_manual" },
  })
  await linkSalesChannelsToStockLocationWorkflow(container).run({
    input: { id: result[0].id, add: [salesChannelId] },
  })
  return result[0].id
}

async function createShippingProfile(container: MedusaContainer) {
  const [existing] = await container
    .resolve(Modules.FULFILLMENT)
    .listShippingProfiles({ type: "default" })
  if (existing) return existing.id

  const { result } = await createShippingProfilesWorkflow(container).run({
    input: { data: [{ name: "Default", type: "default" }] },
  })
  return result[0].id
}

async function createShippingOptions(
  container: MedusaContainer,
  {
    regionId,
    stockLocationId,
    shippingProfileId,
  }: Omit<Shop, "salesChannelId" | "shipping">
) {
  const fulfillment = container.resolve(Modules.FULFILLMENT)
  const existing = await fulfillment.listShippingOptions({})
  if (existing.length >= 3) return named(existing)

  const set = await fulfillment.createFulfillmentSets({
    name: "Delivery from Hamburg",
    type: "shipping",
    service_zones: [
      {
        name: "Europe",
        geo_zones: COUNTRIES.map((country_code) => ({
          country_code,
          type: "country" as const,
        })),
      },
    ],
  })
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.STOCK_LOCATION]: { stock_location_id: stockLocationId },
    [Modules.FULFILLMENT]: { fulfillment_set_id: set.id },
  })
  const option = (
    name: string,
    code: string,
    description: string,
    price: number,
    isReturn = false
  ) => ({
    name,
    price_type: "flat" as const,
    provider_id: "manual_manual",
    service_zone_id: set.service_zones[0].id,
    shipping_profile_id: shippingProfileId,
    type: { label: name, code, description },
    prices: [
      { currency_code: "eur", amount: price },
      { currency_code: "usd", amount: price },
      { region_id: regionId, amount: price },
    ],
    rules: [
      {
        attribute: "enabled_in_store",
        value: isReturn ? "false" : "true",
        operator: "eq" as const,
      },
      { attribute: "is_return", value: String(isReturn), operator: "eq" as const },
    ],
  })
  const { result } = await createShippingOptionsWorkflow(container).run({
    input: [
      option("Standard delivery", "standard", "Three to five days", 5),
      option("Express delivery", "express", "The next working day", 15),
      option("Return parcel", "return", "With our label", 0, true),
    ],
  })
  return named(result)
}

function named(options: { id: string; name: string }[]): Shop["shipping"] {
  const idOf = (name: string) => options.find((option) => option.name === name)!.id
  return {
    standard: idOf("Standard delivery"),
    express: idOf("Express delivery"),
    returns: idOf("Return parcel"),
  }
}

async function createPublishableKey(container: MedusaContainer, salesChannelId: string) {
  const [existing] = await container
    .resolve(Modules.API_KEY)
    .listApiKeys({ type: "publishable", title: people.shop })
  if (existing) return

  const { result } = await createApiKeysWorkflow(container).run({
    input: { api_keys: [{ title: people.shop, type: "publishable", created_by: "" }] },
  })
  await linkSalesChannelsToApiKeyWorkflow(container).run({
    input: { id: result[0].id, add: [salesChannelId] },
  })
}
