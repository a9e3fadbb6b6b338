import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { inTransaction, reading } from "../../../sql"
import {
  changeFollowUp,
  createFollowUp,
  remindDueFollowUps,
  removeFollowUp,
  restoreFollowUp,
  type FollowUpChanges,
  type FollowUpRow,
  type NewFollowUp,
} from "../records/follow-ups"
import { tellOfOverdueTickets } from "../records/overdue-tickets"
import { beat, forgetPresence, leave } from "../records/presence"
import { informAgentsLater, watchTicket, type Watch } from "../records/watchers"
import { followUpsOf, listFollowUps, type FollowUpQuery } from "../reports/follow-up-list"
import type { Actor } from "../types"
import { MessageMethods } from "./messages"
import type { Db } from "./tables"

/** Agents on one ticket: follow-ups, watching, who is here. */
export class TeamworkMethods extends MessageMethods {
  @InjectTransactionManager()
  async createFollowUp(
    ticketId: string,
    followUp: NewFollowUp,
    actor: Actor,
    @MedusaContext() context: Db = {}
  ) {
    return createFollowUp(inTransaction(context), ticketId, followUp, actor)
  }

  @InjectTransactionManager()
  async changeFollowUp(
    id: string,
    changes: FollowUpChanges,
    actor: Actor,
    @MedusaContext() context: Db = {}
  ) {
    return changeFollowUp(inTransaction(context), id, changes, actor)
  }

  @InjectTransactionManager()
  async removeFollowUp(id: string, actor: Actor, @MedusaContext() context: Db = {}) {
    return removeFollowUp(inTransaction(context), id, actor)
  }

  /** The opposite of `changeFollowUp` and `removeFollowUp`. */
  @InjectTransactionManager()
  async restoreFollowUp(before: FollowUpRow, @MedusaContext() context: Db = {}) {
    await restoreFollowUp(inTransaction(context), before)
  }

  @InjectManager()
  async followUps(query: FollowUpQuery, @MedusaContext() context: Db = {}) {
    return listFollowUps(reading(context), query)
  }

  @InjectManager()
  async followUp(id: string, @MedusaContext() context: Db = {}) {
    const [followUp] = await followUpsOf(reading(context), { id })

    return followUp ?? null
  }

  @InjectTransactionManager()
  async remindDueFollowUps(limit: number, @MedusaContext() context: Db = {}) {
    return remindDueFollowUps(inTransaction(context), limit)
  }

  @InjectTransactionManager()
  async tellOfOverdueTickets(limit: number, @MedusaContext() context: Db = {}) {
    return tellOfOverdueTickets(inTransaction(context), limit)
  }

  @InjectTransactionManager()
  async watchTicket(
    id: string,
    watch: Watch,
    actor: Actor & { id: string },
    @MedusaContext() context: Db = {}
  ) {
    return watchTicket(inTransaction(context), id, watch, actor)
  }

  @InjectTransactionManager()
  async informAgents(
    id: string,
    userIds: string[],
    actor: Actor,
    @MedusaContext() context: Db = {}
  ) {
    return informAgentsLater(inTransaction(context), id, userIds, actor)
  }

  @InjectManager()
  async beat(
    ticketId: string,
    userId: string,
    isWriting: boolean,
    @MedusaContext() context: Db = {}
  ) {
    return beat(reading(context), ticketId, userId, isWriting)
  }

  @InjectManager()
  async leave(ticketId: string, userId: string, @MedusaContext() context: Db = {}) {
    await leave(reading(context), ticketId, userId)
  }

  @InjectManager()
  async forgetPresence(@MedusaContext() context: Db = {}) {
    await forgetPresence(reading(context))
  }
}
