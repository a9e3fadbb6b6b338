import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

export type Agent = {
  id: string
  name: string
  first_name: string
  email: string
  has_left: boolean
}

/** Agents by their ids; one who left is not among them. */
export async function findAgents(
  container: MedusaContainer,
  ids: (string | null | undefined)[]
): Promise<Map<string, Agent>> {
  const wanted = [...new Set(ids.filter((id): id is string => Boolean(id)))]

  if (!wanted.length) {
    return new Map()
  }
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "user",
    fields: FIELDS,
    filters: { id: wanted },
  })
  return new Map(data.map((user) => [user.id, agentOf(user)]))
}

/** Everybody who works in the admin, and those who did. */
export async function allAgents(container: MedusaContainer): Promise<Agent[]> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "user",
    fields: FIELDS,
    withDeleted: true,
  })
  return data.map(agentOf)
}

const FIELDS = ["id", "email", "first_name", "last_name", "deleted_at"]

type User = {
  id: string
  email: string
  first_name?: string | null
  last_name?: string | null
  deleted_at?: unknown
}

const agentOf = ({ id, email, first_name, last_name, deleted_at }: User): Agent => ({
  id,
  email,
  name: [first_name, last_name].filter(Boolean).join(" ") || email,
  first_name: first_name ?? "",
  has_left: Boolean(deleted_at),
})
