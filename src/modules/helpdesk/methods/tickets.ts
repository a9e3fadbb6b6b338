import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { inTransaction, reading, type Sql } from "../../../sql"
import { messageVersions } from "../domain/message-versions"
import type { OrderProof } from "../domain/order-proof"
import {
  changeTicket,
  claimTicket,
  deleteTicket,
  linkOrder,
  releaseTicket,
  restoreTicket,
  undoTicketChange,
  unlinkOrder,
  type ChangedTicket,
  type TicketChanges,
} from "../records/change-ticket"
import { openTicket, type TicketToOpen } from "../records/open-ticket"
import {
  snoozeTicket,
  ticketsToWake,
  undoSnooze,
  wakeTicket,
  type Snoozed,
} from "../records/snooze"
import type { ProductInQuestion } from "../records/ticket-products"
import { forgetUndo, keepUndo, undoAction } from "../records/undo"
import { linkProductWithUndo, unlinkProductWithUndo } from "../records/undoable"
import { vacatedVersions } from "../records/vacated-versions"
import { deskSummary } from "../reports/desk-summary"
import { listTickets, type TicketListQuery } from "../reports/ticket-list"
import { eventsOf, messagesOf, ticketPage, type MessageRow } from "../reports/ticket-page"
import type { Actor } from "../types"
import type { Db } from "./tables"
import { WritingMethods } from "./writing"

/** A ticket: opened, changed, claimed, snoozed, shown. */
export class TicketMethods extends WritingMethods {
  @InjectTransactionManager()
  async openTicket(input: TicketToOpen, @MedusaContext() context: Db = {}) {
    return openTicket(inTransaction(context), input)
  }

  @InjectTransactionManager()
  async changeTicket(
    id: string,
    changes: TicketChanges,
    actor: Actor,
    @MedusaContext() context: Db = {}
  ) {
    const sql = inTransaction(context)
    const changed = await changeTicket(sql, id, changes, actor)
    const { before, after, event_ids } = changed

    return {
      ...changed,
      /** Null when nothing differed from what it was. */
      undo: changed.changes.length
        ? await keepUndo(sql, {
            kind: "change",
            ticket_id: id,
            actor,
            data: { before, after, event_ids },
          })
        : null,
    }
  }

  /** The opposite of `changeTicket`. */
  @InjectTransactionManager()
  async undoTicketChange(
    id: string,
    changed: Pick<ChangedTicket, "before" | "event_ids"> & { undo: string | null },
    @MedusaContext() context: Db = {}
  ) {
    const sql = inTransaction(context)

    await undoTicketChange(sql, id, changed)
    await forgetUndo(sql, changed.undo ?? "")
  }

  @InjectTransactionManager()
  async deleteTicket(
    id: string,
    actor: Actor,
    @MedusaContext() context: Db = {}
  ): Promise<{ undo: string }> {
    const sql = inTransaction(context)

    await deleteTicket(sql, id, actor)

    return {
      undo: await keepUndo(sql, { kind: "delete", ticket_id: id, actor, data: {} }),
    }
  }

  /** Takes an action back by the token it answered. */
  @InjectTransactionManager()
  async undoAction(token: string, actor: Actor, @MedusaContext() context: Db = {}) {
    return undoAction(inTransaction(context), token, actor)
  }

  @InjectTransactionManager()
  async restoreTicket(id: string, @MedusaContext() context: Db = {}) {
    await restoreTicket(inTransaction(context), id)
  }

  @InjectTransactionManager()
  async claimTicket(id: string, actor: Actor, @MedusaContext() context: Db = {}) {
    const sql = inTransaction(context)
    const holder = await claimTicket(sql, id, actor)

    return { holder, undo: await this.keepClaim(sql, id, actor, holder, actor.id) }
  }

  @InjectTransactionManager()
  async releaseTicket(id: string, actor: Actor, @MedusaContext() context: Db = {}) {
    const sql = inTransaction(context)
    const holder = await releaseTicket(sql, id, actor)

    return { holder, undo: await this.keepClaim(sql, id, actor, holder, null) }
  }

  private async keepClaim(
    sql: Sql,
    ticket_id: string,
    actor: Actor,
    from: string | null,
    to: string | null
  ): Promise<string | null> {
    return from === to
      ? null
      : keepUndo(sql, { kind: "claim", ticket_id, actor, data: { from, to } })
  }

  @InjectTransactionManager()
  async linkOrder(
    ticketId: string,
    order: { order_id: string; display_id: string; proof: OrderProof },
    actor: Actor,
    @MedusaContext() context: Db = {}
  ) {
    return linkOrder(inTransaction(context), ticketId, order, actor)
  }

  @InjectTransactionManager()
  async unlinkOrder(
    ticketId: string,
    orderId: string,
    actor: Actor,
    @MedusaContext() context: Db = {}
  ) {
    return unlinkOrder(inTransaction(context), ticketId, orderId, actor)
  }

  @InjectTransactionManager()
  async linkProduct(
    ticketId: string,
    product: ProductInQuestion,
    actor: Actor,
    @MedusaContext() context: Db = {}
  ) {
    return linkProductWithUndo(inTransaction(context), ticketId, product, actor)
  }

  @InjectTransactionManager()
  async unlinkProduct(
    ticketId: string,
    id: string,
    actor: Actor,
    @MedusaContext() context: Db = {}
  ) {
    return unlinkProductWithUndo(inTransaction(context), ticketId, id, actor)
  }

  @InjectTransactionManager()
  async snoozeTicket(
    id: string,
    until: string | null,
    actor: Actor,
    @MedusaContext() context: Db = {}
  ): Promise<Snoozed> {
    return snoozeTicket(inTransaction(context), id, until, actor)
  }

  /** The opposite of `snoozeTicket`. */
  @InjectTransactionManager()
  async undoSnooze(
    ticketId: string,
    traces: Parameters<typeof undoSnooze>[2],
    @MedusaContext() context: Db = {}
  ) {
    await undoSnooze(inTransaction(context), ticketId, traces)
  }

  @InjectManager()
  async ticketsToWake(limit: number, @MedusaContext() context: Db = {}) {
    return ticketsToWake(reading(context), limit)
  }

  @InjectTransactionManager()
  async wakeTicket(id: string, @MedusaContext() context: Db = {}) {
    return wakeTicket(inTransaction(context), id)
  }

  @InjectManager()
  async ticketList(
    query: TicketListQuery,
    actorId: string | null,
    @MedusaContext() context: Db = {}
  ) {
    return listTickets(reading(context), query, actorId)
  }

  /** The ticket with its messages and events; null for an unknown or deleted one. */
  @InjectManager()
  async ticketPage(
    id: string,
    agentId: string | null,
    @MedusaContext() context: Db = {}
  ) {
    const sql = reading(context)
    const [ticket, messages, events] = await Promise.all([
      ticketPage(sql, id),
      messagesOf(sql, id),
      eventsOf(sql, id, agentId),
    ])
    return (
      ticket && {
        ticket,
        messages: numbered(messages, ticket.version, ticket.vacated_versions),
        events,
      }
    )
  }

  /** The messages that raised the ticket's version above the one given, newest first. */
  @InjectManager()
  async messagesSince(id: string, version: number, @MedusaContext() context: Db = {}) {
    const sql = reading(context)
    const [ticket, messages, vacated] = await Promise.all([
      ticketPage(sql, id),
      messagesOf(sql, id),
      vacatedVersions(sql, id),
    ])
    return numbered(messages, ticket?.version ?? version, vacated).filter(
      (message) => (message.version ?? 0) > version
    )
  }

  @InjectManager()
  async summary(agentId: string | null, @MedusaContext() context: Db = {}) {
    return deskSummary(reading(context), agentId)
  }
}

/** Messages with the version that each raised its ticket to. */
function numbered(messages: MessageRow[], version: number, vacated: number[]) {
  const versions = messageVersions(messages, version, vacated)

  return messages.map((message, index) => ({ ...message, version: versions[index] }))
}
