import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { insertRows, rowsOf, type Sql } from "../../../sql"
import { assertNameIsFree } from "./departments"

export type AgentRow = {
  id: string
  user_id: string
  notify_new_tickets: boolean
  departments: { id: string; name: string }[]
  teams: { id: string; name: string }[]
  created_at: Date
}

export type AgentData = {
  notify_new_tickets?: boolean
  department_ids?: string[]
  team_ids?: string[]
}

/** Agents with where they work; all of them, or those named. */
export const listAgents = (
  sql: Sql,
  { ids, user_ids }: { ids?: string[]; user_ids?: string[] } = {}
): Promise<AgentRow[]> =>
  rowsOf<AgentRow>(
    sql,
    `select agent.id, agent.user_id, agent.notify_new_tickets, agent.created_at,
            coalesce((
              select json_agg(json_build_object('id', department.id,
                                                'name', department.private_name)
                              order by department.position, department.private_name)
              from crm_agent_department member
              join crm_department department on department.id = member.crm_department_id
              where member.crm_agent_id = agent.id and department.deleted_at is null
            ), '[]') as departments,
            coalesce((
              select json_agg(json_build_object('id', team.id, 'name', team.name)
                              order by team.name)
              from crm_agent_team member join crm_team team on team.id = member.crm_team_id
              where member.crm_agent_id = agent.id and team.deleted_at is null
            ), '[]') as teams
     from crm_agent agent
     where agent.deleted_at is null
       and (?::boolean or agent.id = any(?)) and (?::boolean or agent.user_id = any(?))
     order by agent.created_at, agent.id`,
    [ids === undefined, ids ?? [], user_ids === undefined, user_ids ?? []]
  )

/** @throws DUPLICATE_ERROR when the user is an agent already */
export async function createAgent(sql: Sql, user_id: string, data: AgentData) {
  const [agent] = await insertAgents(sql, [user_id])

  if (!agent) {
    throw new MedusaError(
      MedusaError.Types.DUPLICATE_ERROR,
      `User ${user_id} is an agent already. Change that one`
    )
  }
  await updateAgent(sql, agent.id, data)

  return agent.id
}

/** @throws NOT_FOUND for an unknown agent, department or team */
export async function updateAgent(
  sql: Sql,
  id: string,
  { notify_new_tickets, department_ids, team_ids }: AgentData
): Promise<void> {
  const found = await rowsOf(
    sql,
    `update crm_agent set notify_new_tickets = coalesce(?, notify_new_tickets), updated_at = now()
     where id = ? and deleted_at is null returning id`,
    [notify_new_tickets ?? null, id]
  )
  if (!found.length) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Agent ${id} was not found`)
  }
  if (department_ids) {
    await setMemberships(sql, id, "department", department_ids)
  }
  if (team_ids) {
    await setMemberships(sql, id, "team", team_ids)
  }
}

/** Takes an agent's record out; the admin user and what they wrote stay. @throws NOT_FOUND */
export async function deleteAgent(sql: Sql, id: string): Promise<void> {
  const found = await rowsOf(
    sql,
    `update crm_agent set deleted_at = now() where id = ? and deleted_at is null returning id`,
    [id]
  )
  if (!found.length) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Agent ${id} was not found`)
  }
  await sql.raw(`delete from crm_agent_department where crm_agent_id = ?`, [id])
  await sql.raw(`delete from crm_agent_team where crm_agent_id = ?`, [id])
}

/**
 * Creates a team with null, changes one with an id.
 * @returns the id
 * @throws DUPLICATE_ERROR for a taken name, NOT_FOUND for an unknown team
 */
export async function saveTeam(
  sql: Sql,
  id: string | null,
  { name, user_ids }: { name?: string; user_ids?: string[] }
): Promise<string> {
  if (name !== undefined) {
    await assertNameIsFree(sql, "crm_team", name, id ?? undefined)
  }
  const [team] = id
    ? await rowsOf<{ id: string }>(
        sql,
        `update crm_team set name = coalesce(?, name), updated_at = clock_timestamp()
         where id = ? and deleted_at is null returning id`,
        [name ?? null, id]
      )
    : await insertRows<{ id: string }>(
        sql,
        "crm_team",
        [{ id: generateEntityId("", "crmteam"), name }],
        "returning id"
      )
  if (!team) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Team ${id} was not found`)
  }
  if (user_ids) {
    await setTeamMembers(sql, team.id, user_ids)
  }
  return team.id
}

/** Makes a team of exactly these users; who is no agent yet becomes one. */
async function setTeamMembers(
  sql: Sql,
  teamId: string,
  userIds: string[]
): Promise<void> {
  await insertAgents(sql, userIds)
  await sql.raw(`delete from crm_agent_team where crm_team_id = ?`, [teamId])
  await sql.raw(
    `insert into crm_agent_team (crm_agent_id, crm_team_id)
     select id, ? from crm_agent where user_id = any(?) and deleted_at is null`,
    [teamId, userIds] as string[]
  )
}

/** @throws NOT_ALLOWED while saved replies belong to the team: nobody would find them again */
export async function assertSharesNothing(sql: Sql, teamId: string): Promise<void> {
  const [{ count }] = await rowsOf<{ count: number }>(
    sql,
    `select count(*)::int as count from crm_saved_reply where team_id = ? and deleted_at is null`,
    [teamId]
  )
  if (count) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `The team shares ${count} saved ${count === 1 ? "reply" : "replies"}. Give them to another team first, or delete them`
    )
  }
}

export const teamMembers = (
  sql: Sql,
  teamIds: string[]
): Promise<{ team_id: string; user_id: string }[]> =>
  rowsOf(
    sql,
    `select member.crm_team_id as team_id, agent.user_id
     from crm_agent_team member join crm_agent agent on agent.id = member.crm_agent_id
     where member.crm_team_id = any(?) and agent.deleted_at is null
     order by agent.created_at, agent.id`,
    [teamIds]
  )

/** Whom a new ticket of a department is told (D-14). */
export const agentsToNotify = async (
  sql: Sql,
  departmentId: string
): Promise<string[]> => {
  const rows = await rowsOf<{ user_id: string }>(
    sql,
    `select agent.user_id from crm_agent agent
     join crm_agent_department member on member.crm_agent_id = agent.id
     where member.crm_department_id = ? and agent.notify_new_tickets and agent.deleted_at is null
     order by agent.user_id`,
    [departmentId]
  )
  return rows.map(({ user_id }) => user_id)
}

const insertAgents = (sql: Sql, userIds: string[]) =>
  insertRows<{ id: string }>(
    sql,
    "crm_agent",
    [...new Set(userIds)].map((user_id) => ({
      id: generateEntityId("", "crmagent"),
      user_id,
    })),
    "on conflict (user_id) where deleted_at is null do nothing returning id"
  )

async function setMemberships(
  sql: Sql,
  agentId: string,
  kind: "department" | "team",
  ids: string[]
): Promise<void> {
  const wanted = [...new Set(ids)]
  const known = await rowsOf<{ id: string }>(
    sql,
    `select id from crm_${kind} where id = any(?) and deleted_at is null for share`,
    [wanted]
  )
  const missing = wanted.find((id) => !known.some((row) => row.id === id))

  if (missing) {
    const name = kind === "team" ? "Team" : "Department"
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `${name} ${missing} was not found`)
  }
  await sql.raw(`delete from crm_agent_${kind} where crm_agent_id = ?`, [agentId])
  await sql.raw(
    `insert into crm_agent_${kind} (crm_agent_id, crm_${kind}_id) select ?, unnest(?::text[])`,
    [agentId, wanted] as string[]
  )
}
