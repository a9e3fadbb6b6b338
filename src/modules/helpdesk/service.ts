import type { Context } from "@medusajs/framework/types"
import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { readOptions, type CrmDeskOptions } from "../../options"
import { inTransaction, reading, type Sql } from "../../sql"
import { CrmAttachment } from "./models/attachment"
import { CrmClassification } from "./models/classification"
import { CrmDepartment } from "./models/department"
import { CrmTicket } from "./models/ticket"
import { CrmTicketEvent } from "./models/ticket-event"
import { CrmTicketMessage } from "./models/ticket-message"
import { CrmTicketOrder } from "./models/ticket-order"
import { CrmTicketParticipant } from "./models/ticket-participant"
import { CrmCustomerNote } from "./models/customer-note"
import { CrmSharedAddress } from "./models/shared-address"
import { CrmTicketMerge } from "./models/ticket-merge"
import { CrmTicketProduct } from "./models/ticket-product"
import { CrmTicketRelation } from "./models/ticket-relation"
import { CrmTicketStatus } from "./models/ticket-status"
import { CrmUndo } from "./models/undo"
import type { OrderProof } from "./domain/order-proof"
import { abandonedUploads, forgetUploads, keepUploads } from "./records/attachments"
import { batchTickets, type BatchAction } from "./records/batch-tickets"
import { recordAutoReplies, type AutoReplyMessage } from "./records/auto-reply"
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
} from "./records/change-ticket"
import {
  assertNameIsFree,
  assertNoTickets,
  assertRoomForDepartment,
  assertStatusDefaults,
  ticketCounts,
} from "./records/departments"
import { recordDeliveries, waitingMessages, type Delivery } from "./records/hand-over"
import { openTicket, type TicketToOpen } from "./records/open-ticket"
import {
  postMessage,
  withdrawMessage,
  type Post,
  type PostedMessage,
} from "./records/post-message"
import { receiveMails, type IncomingMail } from "./records/receive-mails"
import {
  createStatus,
  deleteStatus,
  listStatuses,
  updateStatus,
} from "./records/statuses"
import { mergeTickets, unmergeTicket } from "./records/merge-tickets"
import { relateTickets, unrelateTickets } from "./records/relate-tickets"
import { markShared, sharedAmong } from "./records/shared-addresses"
import { splitTicket, type TicketToSplit } from "./records/split-ticket"
import {
  linkProduct,
  unlinkProduct,
  type ProductInQuestion,
} from "./records/ticket-products"
import { forgetUndo, keepUndo, undoAction } from "./records/undo"
import { deskSummary } from "./reports/desk-summary"
import { likelyDuplicates } from "./reports/duplicates"
import { notesOfPerson, ticketsOfPerson, type Identity } from "./reports/person"
import { listTickets, type TicketListQuery } from "./reports/ticket-list"
import { eventsOf, messagesOf, ticketPage } from "./reports/ticket-page"
import type { Actor, ClassificationDTO, DepartmentDTO, StoredFile } from "./types"

type Db = Context<EntityManager>
type DepartmentData = Partial<
  Omit<
    DepartmentDTO,
    "id" | "classifications" | "created_at" | "updated_at" | "deleted_at"
  >
>
type ClassificationData = { name?: string; department_ids?: string[] }

export default class HelpdeskModuleService extends MedusaService({
  CrmDepartment,
  CrmClassification,
  CrmTicketStatus,
  CrmTicket,
  CrmTicketMessage,
  CrmAttachment,
  CrmTicketEvent,
  CrmTicketParticipant,
  CrmTicketOrder,
  CrmUndo,
  CrmTicketMerge,
  CrmTicketRelation,
  CrmTicketProduct,
  CrmCustomerNote,
  CrmSharedAddress,
}) {
  readonly options: CrmDeskOptions

  constructor(container: object, options: object) {
    super(...arguments)
    this.options = readOptions(options)
  }

  // --- settings -------------------------------------------------------------------------------

  /** @throws NOT_ALLOWED when there are as many as there may be, DUPLICATE_ERROR for a taken name */
  @InjectTransactionManager()
  async createDepartment(
    data: DepartmentData & Pick<DepartmentDTO, "private_name" | "public_name">,
    @MedusaContext() context: Db = {}
  ): Promise<DepartmentDTO> {
    const sql = inTransaction(context)

    await assertRoomForDepartment(sql, this.options.maxDepartments)
    await assertNameIsFree(sql, "crm_department", data.private_name)
    await assertStatusDefaults(sql, [data.status_after_reply, data.status_after_note])

    return this.createCrmDepartments(data, context)
  }

  @InjectTransactionManager()
  async updateDepartment(
    id: string,
    data: DepartmentData,
    @MedusaContext() context: Db = {}
  ): Promise<DepartmentDTO> {
    const sql = inTransaction(context)

    if (data.private_name !== undefined) {
      await assertNameIsFree(sql, "crm_department", data.private_name, id)
    }
    await assertStatusDefaults(sql, [data.status_after_reply, data.status_after_note])

    return this.updateCrmDepartments({ id, ...data }, context)
  }

  /** @throws NOT_ALLOWED while tickets are in it */
  @InjectTransactionManager()
  async deleteDepartment(id: string, @MedusaContext() context: Db = {}) {
    await assertNoTickets(inTransaction(context), id)
    await this.softDeleteCrmDepartments(id, {}, context)
  }

  @InjectManager()
  async departmentCounts(@MedusaContext() context: Db = {}) {
    return ticketCounts(reading(context))
  }

  @InjectTransactionManager()
  async saveClassification(
    id: string | null,
    { name, department_ids }: ClassificationData,
    @MedusaContext() context: Db = {}
  ): Promise<ClassificationDTO> {
    if (name !== undefined) {
      await assertNameIsFree(
        inTransaction(context),
        "crm_classification",
        name,
        id ?? undefined
      )
    }
    const data = {
      ...(name === undefined ? {} : { name }),
      ...(department_ids === undefined ? {} : { departments: department_ids }),
    }
    return id
      ? this.updateCrmClassifications({ id, ...data }, context)
      : this.createCrmClassifications({ name: "", ...data }, context)
  }

  @InjectManager()
  async listStatuses(@MedusaContext() context: Db = {}) {
    return listStatuses(reading(context))
  }

  @InjectTransactionManager()
  async createStatus(
    data: Parameters<typeof createStatus>[1],
    @MedusaContext() context: Db = {}
  ) {
    return createStatus(inTransaction(context), data)
  }

  @InjectTransactionManager()
  async updateStatus(
    id: string,
    data: Parameters<typeof updateStatus>[2],
    @MedusaContext() context: Db = {}
  ) {
    return updateStatus(inTransaction(context), id, data)
  }

  @InjectTransactionManager()
  async deleteStatus(id: string, @MedusaContext() context: Db = {}) {
    await deleteStatus(inTransaction(context), id)
  }

  // --- tickets --------------------------------------------------------------------------------

  /** Puts mails on tickets: all of the batch, or nothing. */
  @InjectTransactionManager()
  async receiveMails(mails: IncomingMail[], @MedusaContext() context: Db = {}) {
    return receiveMails(inTransaction(context), mails)
  }

  @InjectTransactionManager()
  async openTicket(input: TicketToOpen, @MedusaContext() context: Db = {}) {
    return openTicket(inTransaction(context), input)
  }

  /** Adds a reply, a note or a mail of the desk itself. */
  @InjectTransactionManager()
  async postMessage(post: Post, @MedusaContext() context: Db = {}) {
    return postMessage(inTransaction(context), post)
  }

  /** The opposite of `postMessage`. */
  @InjectTransactionManager()
  async withdrawMessage(
    posted: Pick<PostedMessage, "ticket_id" | "message_id" | "before" | "event_ids">,
    @MedusaContext() context: Db = {}
  ) {
    await withdrawMessage(inTransaction(context), posted)
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

  // --- several tickets, and what belongs to them ------------------------------------------------

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
    return relateTickets(inTransaction(context), id, otherId, actor)
  }

  @InjectTransactionManager()
  async unrelateTickets(
    id: string,
    otherId: string,
    actor: Actor,
    @MedusaContext() context: Db = {}
  ) {
    await unrelateTickets(inTransaction(context), id, otherId, actor)
  }

  @InjectTransactionManager()
  async linkProduct(
    ticketId: string,
    product: ProductInQuestion,
    actor: Actor,
    @MedusaContext() context: Db = {}
  ) {
    return linkProduct(inTransaction(context), ticketId, product, actor)
  }

  @InjectTransactionManager()
  async unlinkProduct(
    ticketId: string,
    id: string,
    actor: Actor,
    @MedusaContext() context: Db = {}
  ) {
    await unlinkProduct(inTransaction(context), ticketId, id, actor)
  }

  @InjectTransactionManager()
  async markShared(
    email: string,
    mark: { is_shared: boolean; marked_by: string | null },
    @MedusaContext() context: Db = {}
  ) {
    await markShared(inTransaction(context), email, mark)
  }

  @InjectManager()
  async sharedAmong(emails: string[], @MedusaContext() context: Db = {}) {
    return sharedAmong(reading(context), emails)
  }

  @InjectManager()
  async likelyDuplicates(id: string, @MedusaContext() context: Db = {}) {
    return likelyDuplicates(reading(context), id)
  }

  /** The tickets of a person, what agents wrote down about her, and which addresses are shared. */
  @InjectManager()
  async person(who: Identity, limit: number, @MedusaContext() context: Db = {}) {
    const sql = reading(context)
    const [tickets, notes, shared] = await Promise.all([
      ticketsOfPerson(sql, who, limit),
      notesOfPerson(sql, who),
      sharedAmong(sql, who.emails),
    ])
    return { ...tickets, notes, shared }
  }

  // --- reading --------------------------------------------------------------------------------

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
    return ticket && { ticket, messages, events }
  }

  /** The messages that raised the ticket's version above the one given, newest first. */
  @InjectManager()
  async messagesSince(id: string, version: number, @MedusaContext() context: Db = {}) {
    const sql = reading(context)
    const ticket = await ticketPage(sql, id)

    return messagesOf(sql, id, Math.max((ticket?.version ?? version) - version, 0))
  }

  @InjectManager()
  async summary(agentId: string | null, @MedusaContext() context: Db = {}) {
    return deskSummary(reading(context), agentId)
  }

  // --- mail out, files ------------------------------------------------------------------------

  @InjectTransactionManager()
  async recordAutoReplies(
    replies: AutoReplyMessage[],
    @MedusaContext() context: Db = {}
  ) {
    return recordAutoReplies(inTransaction(context), replies)
  }

  @InjectManager()
  async waitingMessages(
    selection: { ids?: string[]; limit: number },
    @MedusaContext() context: Db = {}
  ) {
    return waitingMessages(reading(context), selection)
  }

  @InjectManager()
  async recordDeliveries(deliveries: Delivery[], @MedusaContext() context: Db = {}) {
    await recordDeliveries(reading(context), deliveries)
  }

  @InjectManager()
  async keepUploads(
    files: StoredFile[],
    uploadedBy: string | null,
    @MedusaContext() context: Db = {}
  ) {
    return keepUploads(reading(context), files, uploadedBy)
  }

  @InjectManager()
  async abandonedUploads(
    hours: number,
    limit: number,
    @MedusaContext() context: Db = {}
  ) {
    return abandonedUploads(reading(context), hours, limit)
  }

  @InjectManager()
  async forgetUploads(ids: string[], @MedusaContext() context: Db = {}) {
    return forgetUploads(reading(context), ids)
  }
}
