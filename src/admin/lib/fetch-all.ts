import { sdk } from "./sdk"

const PAGE = 100

/** Every record of a settings list: these are chosen from, so none may be missing. */
export async function fetchAll<Item>(path: string, key: string): Promise<Item[]> {
  const items: Item[] = []

  for (;;) {
    const page = await sdk.client.fetch<Record<string, unknown> & { count: number }>(
      path,
      {
        query: { limit: PAGE, offset: items.length },
      }
    )
    const records = page[key] as Item[]
    items.push(...records)

    if (records.length < PAGE || items.length >= page.count) {
      return items
    }
  }
}
