import type { HttpTypes } from "@medusajs/framework/types"
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query"
import type {
  Agent,
  AgentResponse,
  CreateAgent,
  UpdateAgent,
} from "../../api/admin/crm/agents/contract"
import type {
  CreateTeam,
  Team,
  TeamDeleted,
  TeamResponse,
  UpdateTeam,
} from "../../api/admin/crm/teams/contract"
import { fetchAll } from "../lib/fetch-all"
import { sdk } from "../lib/sdk"

const PATH = "/admin/crm/teams"
const AGENTS_PATH = "/admin/crm/agents"

export const teamsQuery = queryOptions({
  queryKey: ["crm-desk", "teams"],
  queryFn: () => fetchAll<Team>(PATH, "teams"),
})

export const agentsQuery = queryOptions({
  queryKey: ["crm-desk", "agents"],
  queryFn: () => fetchAll<Agent>(AGENTS_PATH, "agents"),
})

/** Whoever may enter the admin can be an agent. */
export const usersQuery = queryOptions({
  queryKey: ["crm-desk", "users"],
  queryFn: () => fetchAll<HttpTypes.AdminUser>("/admin/users", "users"),
  staleTime: 60_000,
})

export const userName = ({ first_name, last_name, email }: HttpTypes.AdminUser): string =>
  [first_name, last_name].filter(Boolean).join(" ") || email

/** Creates without an id, changes with one. */
export function useSaveTeam(id?: string) {
  const settled = useSettled()

  return useMutation({
    mutationFn: (body: CreateTeam | UpdateTeam) =>
      sdk.client.fetch<TeamResponse>(id ? `${PATH}/${id}` : PATH, {
        method: "POST",
        body,
      }),
    onSuccess: settled,
  })
}

export function useDeleteTeam() {
  const settled = useSettled()

  return useMutation({
    mutationFn: (id: string) =>
      sdk.client.fetch<TeamDeleted>(`${PATH}/${id}`, { method: "DELETE" }),
    onSuccess: settled,
  })
}

/** Says where an admin user works: changes the record they have, or makes one. */
export function useSaveAgent({ id, user_id }: { id?: string; user_id: string }) {
  const settled = useSettled()

  return useMutation({
    mutationFn: (body: UpdateAgent) =>
      sdk.client.fetch<AgentResponse>(id ? `${AGENTS_PATH}/${id}` : AGENTS_PATH, {
        method: "POST",
        body: id ? body : ({ ...body, user_id } satisfies CreateAgent),
      }),
    onSuccess: settled,
  })
}

function useSettled() {
  const client = useQueryClient()

  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: teamsQuery.queryKey }),
      client.invalidateQueries({ queryKey: agentsQuery.queryKey }),
    ])
}
