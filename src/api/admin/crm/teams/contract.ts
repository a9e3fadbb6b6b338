import { z } from "@medusajs/framework/zod"
import { id, shortText, type Deleted, type Paged } from "../contract"

const fields = {
  name: shortText,
  /** Its admin users, all of them; who is no agent yet becomes one. */
  user_ids: z.array(id).max(500),
}

export const CreateTeam = z.strictObject(fields).partial().required({ name: true })
export type CreateTeam = z.infer<typeof CreateTeam>

export const UpdateTeam = z.strictObject(fields).partial()
export type UpdateTeam = z.infer<typeof UpdateTeam>

export type Team = {
  id: string
  name: string
  members: { user_id: string; name: string }[]
  created_at: string
  updated_at: string
}

export type TeamResponse = { team: Team }
export type TeamsResponse = { teams: Team[] } & Paged
export type TeamDeleted = Deleted<"team">
