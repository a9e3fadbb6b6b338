import type { RemoteQueryFunction } from "@medusajs/framework/types"

/** Names of admin users, by id. One who was removed has none. */
export async function agentNames(
  query: Omit<RemoteQueryFunction, symbol>,
  ids: (string | null | undefined)[]
): Promise<Map<string, string>> {
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
