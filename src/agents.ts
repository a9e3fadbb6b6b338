import type { RemoteQueryFunction } from "@medusajs/framework/types"

type Query = Omit<RemoteQueryFunction, symbol>
type Ids = (string | null | undefined)[]

/** Names of admin users, by id. One who was removed has none. */
export async function agentNames(query: Query, ids: Ids): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id): id is string => Boolean(id)))]

  if (!wanted.length) {
    return new Map()
  }
  const { data: users } = await query.graph({
    entity: "user",
    fields: ["id", "email", "first_name", "last_name"],
    filters: { id: wanted },
  })
  return new Map(
    users.map(({ id, email, first_name, last_name }) => [
      id,
      [first_name, last_name].filter(Boolean).join(" ") || email,
    ])
  )
}

const REMEMBERED_MS = 30_000
const remembered = new Map<string, { name: string; until: number }>()

/**
 * The same for what is only shown: every list and every ticket names the same few people, who change
 * their names once in years. A new name is shown half a minute late. Not for deciding anything.
 */
export async function agentNamesToShow(
  query: Query,
  ids: Ids,
  now = Date.now()
): Promise<Map<string, string>> {
  const fresh = (id: string | null | undefined) => {
    const known = id ? remembered.get(id) : undefined

    return known && known.until > now ? known.name : undefined
  }
  const asked = await agentNames(
    query,
    ids.filter((id) => fresh(id) === undefined)
  )
  for (const [id, name] of asked) {
    remembered.set(id, { name, until: now + REMEMBERED_MS })
  }
  return new Map(
    ids.flatMap((id): [string, string][] => {
      const name = fresh(id)

      return id && name !== undefined ? [[id, name]] : []
    })
  )
}
