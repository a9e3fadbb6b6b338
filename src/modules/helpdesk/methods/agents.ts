import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { inTransaction, reading } from "../../../sql"
import type { MailWish } from "../domain/notice"
import {
  agentsToNotify,
  assertSharesNothing,
  createAgent,
  deleteAgent,
  listAgents,
  saveTeam,
  teamMembers,
  updateAgent,
  type AgentData,
} from "../records/agents"
import {
  claimNotices,
  listNotices,
  mailWishOf,
  readNotices,
  recordHandedOver,
  setMailWish,
  type HandedOver,
} from "../records/notices"
import { DeskSettingsMethods } from "./desk-settings"
import type { Db } from "./tables"

/** Agents, their teams, and what they are told. */
export class AgentMethods extends DeskSettingsMethods {
  @InjectManager()
  async agents(
    filter: Parameters<typeof listAgents>[1] = {},
    @MedusaContext() context: Db = {}
  ) {
    return listAgents(reading(context), filter)
  }

  @InjectTransactionManager()
  async createAgent(userId: string, data: AgentData, @MedusaContext() context: Db = {}) {
    return createAgent(inTransaction(context), userId, data)
  }

  @InjectTransactionManager()
  async updateAgent(id: string, data: AgentData, @MedusaContext() context: Db = {}) {
    await updateAgent(inTransaction(context), id, data)
  }

  @InjectTransactionManager()
  async deleteAgent(id: string, @MedusaContext() context: Db = {}) {
    await deleteAgent(inTransaction(context), id)
  }

  /** Creates with null, changes with an id. @throws DUPLICATE_ERROR for a taken name */
  @InjectTransactionManager()
  async saveTeam(
    id: string | null,
    { name, user_ids }: { name?: string; user_ids?: string[] },
    @MedusaContext() context: Db = {}
  ): Promise<string> {
    return saveTeam(inTransaction(context), id, { name, user_ids })
  }

  /** @throws NOT_ALLOWED while it shares saved replies */
  @InjectTransactionManager()
  async deleteTeam(id: string, @MedusaContext() context: Db = {}) {
    await assertSharesNothing(inTransaction(context), id)
    await this.softDeleteCrmTeams(id, {}, context)
  }

  @InjectManager()
  async teamMembers(teamIds: string[], @MedusaContext() context: Db = {}) {
    return teamMembers(reading(context), teamIds)
  }

  @InjectManager()
  async agentsToNotify(departmentId: string, @MedusaContext() context: Db = {}) {
    return agentsToNotify(reading(context), departmentId)
  }

  @InjectManager()
  async claimNotices(limit: number, @MedusaContext() context: Db = {}) {
    return claimNotices(reading(context), limit)
  }

  @InjectManager()
  async recordHandedOver(notices: HandedOver[], @MedusaContext() context: Db = {}) {
    await recordHandedOver(reading(context), notices)
  }

  @InjectManager()
  async noticesOf(
    userId: string,
    query: Parameters<typeof listNotices>[2],
    @MedusaContext() context: Db = {}
  ) {
    return listNotices(reading(context), userId, query)
  }

  @InjectManager()
  async readNotices(
    userId: string,
    which: Parameters<typeof readNotices>[2],
    @MedusaContext() context: Db = {}
  ) {
    await readNotices(reading(context), userId, which)
  }

  @InjectManager()
  async mailWishOf(userId: string, @MedusaContext() context: Db = {}) {
    return mailWishOf(reading(context), userId)
  }

  @InjectManager()
  async setMailWish(userId: string, mail: MailWish, @MedusaContext() context: Db = {}) {
    await setMailWish(reading(context), userId, mail)
  }
}
