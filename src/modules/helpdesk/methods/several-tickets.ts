import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { inTransaction, reading } from "../../../sql"
import { batchTickets, type BatchAction } from "../records/batch-tickets"
import { mergeTickets, unmergeTicket } from "../records/merge-tickets"
import { splitTicket, type TicketToSplit } from "../records/split-ticket"
import { keepUndo } from "../records/undo"
import { relateWithUndo, unrelateWithUndo } from "../records/undoable"
import { likelyDuplicates } from "../reports/duplicates"
import type { Actor } from "../types"
import type { Db } from "./tables"
import { TicketMethods } from "./tickets"

/** Several tickets: merged, split, related, changed together. */
export class SeveralTicketsMethods extends TicketMethods {
  @InjectTransactionManager()
  async mergeTickets(
    survivorId: string,
    ids: string[],
    actor: Actor,
    @MedusaContext() context: Db = {}
  ) {
    const sql = inTransaction(context)
    const { merge_ids, event_ids, ...merged } = await mergeTickets(
      sql,
      survivorId,
      ids,
      actor
    )
    return {
      ...merged,
      undo: await keepUndo(sql, {
        kind: "merge",
        ticket_id: survivorId,
        actor,
        data: { merge_ids, event_ids },
      }),
    }
  }

  @InjectTransactionManager()
  async unmergeTicket(
    survivorId: string,
    mergedId: string,
    actor: Actor,
    @MedusaContext() context: Db = {}
  ) {
    return unmergeTicket(inTransaction(context), survivorId, mergedId, actor)
  }

  @InjectTransactionManager()
  async splitTicket(wanted: TicketToSplit, @MedusaContext() context: Db = {}) {
    const sql = inTransaction(context)
    const { event_ids, ...split } = await splitTicket(sql, wanted)

    return {
      ...split,
      undo: await keepUndo(sql, {
        kind: "split",
        ticket_id: split.source_id,
        actor: wanted.actor,
        data: { split_id: split.ticket_id, event_ids },
      }),
    }
  }

  /** Does the same to all of these tickets, or to none of them. */
  @InjectTransactionManager()
  async batchTickets(
    ids: string[],
    action: BatchAction,
    actor: Actor,
    @MedusaContext() context: Db = {}
  ) {
    const sql = inTransaction(context)
    const { undo, ...done } = await batchTickets(sql, ids, action, actor)

    return {
      ...done,
      /** Null when there was nothing to change. */
      undo: undo.items.length
        ? await keepUndo(sql, {
            kind: "batch",
            ticket_id: undo.items[0].ticket_id,
            actor,
            data: undo,
          })
        : null,
    }
  }

  @InjectTransactionManager()
  async relateTickets(
    id: string,
    otherId: string,
    actor: Actor,
    @MedusaContext() context: Db = {}
  ) {
    return relateWithUndo(inTransaction(context), id, otherId, actor)
  }

  @InjectTransactionManager()
  async unrelateTickets(
    id: string,
    otherId: string,
    actor: Actor,
    @MedusaContext() context: Db = {}
  ) {
    return unrelateWithUndo(inTransaction(context), id, otherId, actor)
  }

  @InjectManager()
  async likelyDuplicates(id: string, @MedusaContext() context: Db = {}) {
    return likelyDuplicates(reading(context), id)
  }
}
