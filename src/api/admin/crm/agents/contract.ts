import { z } from "@medusajs/framework/zod"
import { id, type Deleted, type Paged } from "../contract"

const fields = {
  notify_new_tickets: z.boolean(),
  /** All departments they work in. */
  department_ids: z.array(id).max(1000),
  team_ids: z.array(id).max(1000),
}

export const CreateAgent = z
  .strictObject({ user_id: id, ...fields })
  .partial()
  .required({ user_id: true })
export type CreateAgent = z.infer<typeof CreateAgent>

export const UpdateAgent = z.strictObject(fields).partial()
export type UpdateAgent = z.infer<typeof UpdateAgent>

export type Agent = {
  id: string
  user_id: string
  /** Of the admin user; null when that was removed. */
  name: string | null
  email: string | null
  notify_new_tickets: boolean
  departments: { id: string; name: string }[]
  teams: { id: string; name: string }[]
  created_at: string
}

export type AgentResponse = { agent: Agent }
export type AgentsResponse = { agents: Agent[] } & Paged
export type AgentDeleted = Deleted<"agent">
