import type { Context } from "@medusajs/framework/types"
import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import { accessKey, readOptions, type CrmDeskOptions } from "../../options"
import { inTransaction, reading, type Sql } from "../../sql"
import { CrmAgent } from "./models/agent"
import { CrmAllowance } from "./models/allowance"
import { CrmAttachment } from "./models/attachment"
import { CrmClassification } from "./models/classification"
import { CrmContactForm } from "./models/contact-form"
import { CrmCustomField } from "./models/custom-field"
import { CrmDepartment } from "./models/department"
import { CrmDraft } from "./models/draft"
import { CrmMailTemplate } from "./models/mail-template"
import { CrmSavedReply } from "./models/saved-reply"
import { CrmSignature } from "./models/signature"
import { CrmSupportGroup } from "./models/support-group"
import { CrmTeam } from "./models/team"
import { CrmFollowUp } from "./models/follow-up"
import { CrmNotice } from "./models/notice"
import { CrmNoticeSetting } from "./models/notice-setting"
import { CrmTicket } from "./models/ticket"
import { CrmTicketEvent } from "./models/ticket-event"
import { CrmTicketMessage } from "./models/ticket-message"
import { CrmTicketOrder } from "./models/ticket-order"
import { CrmTicketParticipant } from "./models/ticket-participant"
import { CrmTicketPin } from "./models/ticket-pin"
import { CrmCustomerNote } from "./models/customer-note"
import { CrmSamePerson } from "./models/same-person"
import { CrmOrderAccess } from "./models/order-access"
import { CrmProvenAddress } from "./models/proven-address"
import { CrmSharedAddress } from "./models/shared-address"
import { CrmTicketMerge } from "./models/ticket-merge"
import { CrmTicketProduct } from "./models/ticket-product"
import { CrmTicketRating } from "./models/ticket-rating"
import { CrmTicketRelation } from "./models/ticket-relation"
import { CrmTicketStatus } from "./models/ticket-status"
import { CrmTicketWatcher } from "./models/ticket-watcher"
import { CrmUndo } from "./models/undo"
import type { DraftFields } from "./domain/draft"
import type { MailTemplate, MailTemplateKey } from "./domain/mail-templates"
import { messageVersions } from "./domain/message-versions"
import type { MailWish } from "./domain/notice"
import type { OrderProof } from "./domain/order-proof"
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
} from "./records/agents"
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
import { messagesOnTickets } from "./records/find-candidates"
import { deleteDraft, findDraft, listDrafts, saveDraft } from "./records/drafts"
import { recordDeliveries, waitingMessages, type Delivery } from "./records/hand-over"
import {
  listMailTemplates,
  mailTemplate,
  resetMailTemplate,
  saveMailTemplate,
} from "./records/mail-templates"
import {
  changeFollowUp,
  createFollowUp,
  remindDueFollowUps,
  removeFollowUp,
  restoreFollowUp,
  type FollowUpChanges,
  type FollowUpRow,
  type NewFollowUp,
} from "./records/follow-ups"
import {
  heldRepliesDue,
  releaseReply,
  rescheduleReply,
  sendReplyNow,
} from "./records/held-replies"
import {
  claimNotices,
  listNotices,
  mailWishOf,
  readNotices,
  recordHandedOver,
  setMailWish,
  type HandedOver,
} from "./records/notices"
import { tellOfOverdueTickets } from "./records/overdue-tickets"
import { openTicket, type TicketToOpen } from "./records/open-ticket"
import {
  postMessage,
  withdrawMessage,
  type Post,
  type Withdrawable,
} from "./records/post-message"
import { beat, forgetPresence, leave } from "./records/presence"
import {
  ownerOfAttachment,
  ownerOfInboundMail,
  setPrivacy,
} from "./records/private-messages"
import { receiveMails, type IncomingMail } from "./records/receive-mails"
import {
  deleteSavedReply,
  listSavedReplies,
  restoreSavedReply,
  savedReply,
  saveSavedReply,
  type SavedReplyData,
  type SavedReplyQuery,
} from "./records/saved-replies"
import {
  deleteSignature,
  listSignatures,
  restoreSignature,
  saveSignature,
  signatureFor,
  type SignatureData,
} from "./records/signatures"
import {
  createStatus,
  deleteStatus,
  listStatuses,
  updateStatus,
} from "./records/statuses"
import {
  snoozeTicket,
  ticketsToWake,
  undoSnooze,
  wakeTicket,
  type Snoozed,
} from "./records/snooze"
import { takeBackHeldReply } from "./records/take-back-reply"
import { recordMailChange, type Change } from "./records/ticket-events"
import { vacatedVersions } from "./records/vacated-versions"
import { informAgentsLater, watchTicket, type Watch } from "./records/watchers"
import { followUpsOf, listFollowUps, type FollowUpQuery } from "./reports/follow-up-list"
import { mergeTickets, unmergeTicket } from "./records/merge-tickets"
import type { NewCustomerNote } from "./records/customer-notes"
import { samePerson, type NewPersonAddress } from "./records/same-person"
import { markShared, sharedAmong } from "./records/shared-addresses"
import { splitTicket, type TicketToSplit } from "./records/split-ticket"
import type { ProductInQuestion } from "./records/ticket-products"
import {
  accessesToLookUp,
  askForOrder,
  forgetOrderAccesses,
  recordLookedUp,
  tryCode,
  type OrderRequest,
} from "./records/order-access"
import { isAddressProven, proveAddress, type ProvenBy } from "./records/proven-addresses"
import {
  answerRating,
  askForRatings,
  questionOf,
  ratingById,
  ratingOfTicket,
  ratingsDue,
  withdrawAnswer,
  type RatedTicket,
  type Rating,
  type RatingAnswer,
  type RatingQuestion,
} from "./records/ratings"
import { forgetAllowances, useAllowances, type Allowance } from "./records/allowances"
import { saveContactForm, type ContactFormData } from "./records/contact-forms"
import { saveCustomField, type CustomFieldData } from "./records/custom-fields"
import { postShopperMessage, type ShopperPost } from "./records/shopper-messages"
import {
  openShopperTicket,
  withdrawShopperTicket,
  type ShopperTicket,
} from "./records/shopper-tickets"
import { setSupportGroups } from "./records/support-groups"
import {
  storeFile,
  storeHistory,
  storeMessages,
  storeTicket,
  storeTickets,
  type StoreListQuery,
} from "./reports/store-tickets"
import type { StoreScope } from "./domain/store-visibility"
import { forgetUndo, keepUndo, undoAction } from "./records/undo"
import {
  addAddressWithUndo,
  addNoteWithUndo,
  changeNoteWithUndo,
  linkProductWithUndo,
  relateWithUndo,
  removeAddressWithUndo,
  unlinkProductWithUndo,
  unrelateWithUndo,
} from "./records/undoable"
import { deskSummary } from "./reports/desk-summary"
import { likelyDuplicates } from "./reports/duplicates"
import { notesOfPerson, ticketsOfPerson, type Identity } from "./reports/person"
import { listTickets, type TicketListQuery } from "./reports/ticket-list"
import { ratingSummary } from "./reports/ratings"
import { linkedTicket } from "./reports/ticket-access"
import { ticketFacts } from "./reports/ticket-facts"
import { eventsOf, messagesOf, ticketPage, type MessageRow } from "./reports/ticket-page"
import { erasePerson, tracesOfPerson } from "./records/erase-person"
import { personData } from "./reports/person-data"
import type { Actor, ClassificationDTO, DepartmentDTO, StoredFile } from "./types"

type Db = Context<EntityManager>
type DepartmentData = Partial<
  Omit<
    DepartmentDTO,
    "id" | "classifications" | "agents" | "created_at" | "updated_at" | "deleted_at"
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
  CrmAgent,
  CrmTeam,
  CrmSignature,
  CrmSavedReply,
  CrmDraft,
  CrmMailTemplate,
  CrmFollowUp,
  CrmTicketWatcher,
  CrmTicketPin,
  CrmNotice,
  CrmNoticeSetting,
  CrmTicketMerge,
  CrmTicketRelation,
  CrmTicketProduct,
  CrmCustomerNote,
  CrmSamePerson,
  CrmSharedAddress,
  CrmOrderAccess,
  CrmProvenAddress,
  CrmTicketRating,
  CrmCustomField,
  CrmContactForm,
  CrmAllowance,
  CrmSupportGroup,
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

    return this.createCrmDepartments(withRatingSince(data, null), context)
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

    const before = await this.retrieveCrmDepartment(id, {}, context)

    return this.updateCrmDepartments({ id, ...withRatingSince(data, before) }, context)
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

  /** Which of these messages are on a ticket that was not deleted. */
  @InjectManager()
  async messagesOnTickets(ids: string[], @MedusaContext() context: Db = {}) {
    return messagesOnTickets(reading(context), ids)
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
  async withdrawMessage(posted: Withdrawable, @MedusaContext() context: Db = {}) {
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

  // --- working together -----------------------------------------------------------------------

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

  @InjectTransactionManager()
  async setPrivacy(
    message: Parameters<typeof setPrivacy>[1],
    actor: Actor & { id: string },
    @MedusaContext() context: Db = {}
  ) {
    return setPrivacy(inTransaction(context), message, actor)
  }

  @InjectManager()
  async ownerOfAttachment(id: string, @MedusaContext() context: Db = {}) {
    return ownerOfAttachment(reading(context), id)
  }

  @InjectManager()
  async ownerOfInboundMail(id: string, @MedusaContext() context: Db = {}) {
    return ownerOfInboundMail(reading(context), id)
  }

  // --- later ----------------------------------------------------------------------------------

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
  async heldRepliesDue(limit: number, @MedusaContext() context: Db = {}) {
    return heldRepliesDue(reading(context), limit)
  }

  @InjectTransactionManager()
  async releaseReply(id: string, @MedusaContext() context: Db = {}) {
    return releaseReply(inTransaction(context), id)
  }

  @InjectTransactionManager()
  async sendReplyNow(
    ticketId: string,
    messageId: string,
    @MedusaContext() context: Db = {}
  ) {
    return sendReplyNow(inTransaction(context), ticketId, messageId)
  }

  @InjectTransactionManager()
  async rescheduleReply(
    reply: Parameters<typeof rescheduleReply>[1],
    actor: Actor,
    @MedusaContext() context: Db = {}
  ) {
    await rescheduleReply(inTransaction(context), reply, actor)
  }

  @InjectTransactionManager()
  async takeBackHeldReply(
    ticketId: string,
    messageId: string,
    actor: Actor,
    @MedusaContext() context: Db = {}
  ) {
    return takeBackHeldReply(inTransaction(context), ticketId, messageId, actor)
  }

  // --- telling agents -------------------------------------------------------------------------

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

  @InjectManager()
  async followUps(query: FollowUpQuery, @MedusaContext() context: Db = {}) {
    return listFollowUps(reading(context), query)
  }

  @InjectManager()
  async followUp(id: string, @MedusaContext() context: Db = {}) {
    const [followUp] = await followUpsOf(reading(context), { id })

    return followUp ?? null
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
  async addCustomerNote(
    note: NewCustomerNote,
    actor: Actor,
    @MedusaContext() context: Db = {}
  ) {
    return addNoteWithUndo(inTransaction(context), note, actor)
  }

  /** @param text null deletes it */
  @InjectTransactionManager()
  async changeCustomerNote(
    id: string,
    text: string | null,
    actor: Actor,
    @MedusaContext() context: Db = {}
  ) {
    return changeNoteWithUndo(inTransaction(context), id, text, actor)
  }

  @InjectTransactionManager()
  async addPersonAddress(
    address: NewPersonAddress,
    actor: Actor,
    @MedusaContext() context: Db = {}
  ) {
    return addAddressWithUndo(inTransaction(context), address, actor)
  }

  @InjectTransactionManager()
  async removePersonAddress(id: string, actor: Actor, @MedusaContext() context: Db = {}) {
    return removeAddressWithUndo(inTransaction(context), id, actor)
  }

  /** Every address of a person, in lower case. */
  @InjectManager()
  async samePerson(emails: string[], @MedusaContext() context: Db = {}) {
    return samePerson(reading(context), emails)
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

  @InjectManager()
  async tracesOfPerson(who: Identity, @MedusaContext() context: Db = {}) {
    return tracesOfPerson(reading(context), who)
  }

  /** Erases a person from the desk (K-10). @returns ids of her files: uploads of no message now */
  @InjectTransactionManager()
  async erasePerson(
    who: Identity,
    actorId: string | null,
    @MedusaContext() context: Db = {}
  ) {
    return erasePerson(inTransaction(context), who, actorId)
  }

  /** Everything the desk knows of a person. */
  @InjectManager()
  async personData(who: Identity, @MedusaContext() context: Db = {}) {
    return personData(reading(context), who)
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

  // --- writing: drafts, signatures, saved replies, templates ----------------------------------

  @InjectManager()
  async ticketFacts(id: string, @MedusaContext() context: Db = {}) {
    return ticketFacts(reading(context), id)
  }

  @InjectManager()
  async draftOf(ticketId: string, userId: string, @MedusaContext() context: Db = {}) {
    return findDraft(reading(context), { ticket_id: ticketId, user_id: userId })
  }

  @InjectManager()
  async draftsOf(userId: string, @MedusaContext() context: Db = {}) {
    return listDrafts(reading(context), userId)
  }

  @InjectTransactionManager()
  async saveDraft(
    draft: { ticket_id: string; user_id: string; fields: DraftFields; revision?: number },
    @MedusaContext() context: Db = {}
  ) {
    await saveDraft(inTransaction(context), draft)
  }

  @InjectTransactionManager()
  async discardDraft(
    ticketId: string,
    userId: string,
    @MedusaContext() context: Db = {}
  ) {
    await deleteDraft(inTransaction(context), { ticket_id: ticketId, user_id: userId })
  }

  @InjectManager()
  async signatures(
    filter: Parameters<typeof listSignatures>[1],
    @MedusaContext() context: Db = {}
  ) {
    return listSignatures(reading(context), filter)
  }

  @InjectTransactionManager()
  async saveSignature(
    id: string | null,
    data: SignatureData,
    @MedusaContext() context: Db = {}
  ) {
    return saveSignature(inTransaction(context), id, data)
  }

  @InjectTransactionManager()
  async deleteSignature(id: string, @MedusaContext() context: Db = {}) {
    await deleteSignature(inTransaction(context), id)
  }

  @InjectTransactionManager()
  async restoreSignature(id: string, @MedusaContext() context: Db = {}) {
    await restoreSignature(inTransaction(context), id)
  }

  @InjectTransactionManager()
  async signatureFor(
    post: Parameters<typeof signatureFor>[1],
    @MedusaContext() context: Db = {}
  ) {
    return signatureFor(inTransaction(context), post)
  }

  @InjectManager()
  async savedReplies(query: SavedReplyQuery, @MedusaContext() context: Db = {}) {
    return listSavedReplies(reading(context), query)
  }

  @InjectManager()
  async savedReply(id: string, reader: string | null, @MedusaContext() context: Db = {}) {
    return savedReply(reading(context), id, reader)
  }

  @InjectTransactionManager()
  async saveSavedReply(
    id: string | null,
    data: SavedReplyData,
    reader: string | null,
    @MedusaContext() context: Db = {}
  ) {
    return saveSavedReply(inTransaction(context), id, data, reader)
  }

  @InjectTransactionManager()
  async deleteSavedReply(
    id: string,
    reader: string | null,
    @MedusaContext() context: Db = {}
  ) {
    await deleteSavedReply(inTransaction(context), id, reader)
  }

  @InjectTransactionManager()
  async restoreSavedReply(id: string, @MedusaContext() context: Db = {}) {
    await restoreSavedReply(inTransaction(context), id)
  }

  @InjectManager()
  async mailTemplates(@MedusaContext() context: Db = {}) {
    return listMailTemplates(reading(context))
  }

  @InjectManager()
  async mailTemplate(key: MailTemplateKey, @MedusaContext() context: Db = {}) {
    return mailTemplate(reading(context), key)
  }

  @InjectTransactionManager()
  async saveMailTemplate(
    key: MailTemplateKey,
    template: MailTemplate,
    @MedusaContext() context: Db = {}
  ) {
    await saveMailTemplate(inTransaction(context), key, template)
  }

  @InjectTransactionManager()
  async resetMailTemplate(key: MailTemplateKey, @MedusaContext() context: Db = {}) {
    await resetMailTemplate(inTransaction(context), key)
  }

  // --- agents and teams -----------------------------------------------------------------------

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

  // --- the shopper's side: requests, forms, fields --------------------------------------------

  @InjectManager()
  async storeTickets(
    scope: StoreScope,
    query: StoreListQuery,
    @MedusaContext() context: Db = {}
  ) {
    return storeTickets(reading(context), scope, query)
  }

  /** Null for an unknown ticket and for one that is somebody else's. */
  @InjectManager()
  async storeTicket(scope: StoreScope, id: string, @MedusaContext() context: Db = {}) {
    return storeTicket(reading(context), scope, id)
  }

  @InjectManager()
  async storeThread(ticketId: string, @MedusaContext() context: Db = {}) {
    const sql = reading(context)

    return {
      messages: await storeMessages(sql, ticketId),
      history: await storeHistory(sql, ticketId),
    }
  }

  @InjectManager()
  async storeFile(scope: StoreScope, id: string, @MedusaContext() context: Db = {}) {
    return storeFile(reading(context), scope, id)
  }

  @InjectTransactionManager()
  async openShopperTicket(input: ShopperTicket, @MedusaContext() context: Db = {}) {
    return openShopperTicket(inTransaction(context), input)
  }

  /** The opposite of `openShopperTicket`. */
  @InjectTransactionManager()
  async withdrawShopperTicket(id: string, @MedusaContext() context: Db = {}) {
    await withdrawShopperTicket(inTransaction(context), id)
  }

  @InjectTransactionManager()
  async postShopperMessage(post: ShopperPost, @MedusaContext() context: Db = {}) {
    return postShopperMessage(inTransaction(context), post)
  }

  /** @returns the first allowance that is used up, or null */
  @InjectManager()
  async useAllowances(allowances: Allowance[], @MedusaContext() context: Db = {}) {
    return useAllowances(reading(context), allowances)
  }

  @InjectManager()
  async forgetAllowances(@MedusaContext() context: Db = {}) {
    await forgetAllowances(reading(context))
  }

  /** Creates with null, changes with an id. @throws DUPLICATE_ERROR for a taken key */
  @InjectTransactionManager()
  async saveCustomField(
    id: string | null,
    data: CustomFieldData,
    @MedusaContext() context: Db = {}
  ) {
    return saveCustomField(inTransaction(context), id, data)
  }

  /** Creates with null, changes with an id. @throws DUPLICATE_ERROR for a taken handle */
  @InjectTransactionManager()
  async saveContactForm(
    id: string | null,
    data: ContactFormData,
    @MedusaContext() context: Db = {}
  ) {
    return saveContactForm(inTransaction(context), id, data)
  }

  /** Groups whose members see each other's tickets: these and no others. */
  @InjectTransactionManager()
  async setSupportGroups(groupIds: string[], @MedusaContext() context: Db = {}) {
    await setSupportGroups(inTransaction(context), groupIds)
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

  /** @returns the messages whose mail failed since they were shown last */
  @InjectTransactionManager()
  async recordDeliveries(deliveries: Delivery[], @MedusaContext() context: Db = {}) {
    return recordDeliveries(inTransaction(context), deliveries)
  }

  /** What an agent did to the mail of a message, in the history of its ticket. */
  @InjectTransactionManager()
  async recordMailChange(
    messageId: string,
    change: Change,
    actor: Actor,
    @MedusaContext() context: Db = {}
  ) {
    await recordMailChange(inTransaction(context), messageId, change, actor)
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

  // --- doors of the storefront, ratings -------------------------------------------------------

  /** Signs what opens a door, and makes codes. In no table. */
  async accessKey(): Promise<Buffer> {
    return accessKey(this.options)
  }

  /** @returns null when the network has asked too often */
  @InjectTransactionManager()
  async askForOrder(request: OrderRequest, @MedusaContext() context: Db = {}) {
    return askForOrder(inTransaction(context), request)
  }

  @InjectManager()
  async accessesToLookUp(limit: number, @MedusaContext() context: Db = {}) {
    return accessesToLookUp(reading(context), limit)
  }

  @InjectTransactionManager()
  async recordLookedUp(
    id: string,
    orderId: string | null,
    @MedusaContext() context: Db = {}
  ) {
    await recordLookedUp(inTransaction(context), id, orderId)
  }

  /** @returns null for whatever is not right */
  @InjectTransactionManager()
  async tryOrderCode(
    attempt: { id: string; code: string },
    @MedusaContext() context: Db = {}
  ) {
    return tryCode(inTransaction(context), attempt, accessKey(this.options))
  }

  @InjectTransactionManager()
  async forgetOrderAccesses(@MedusaContext() context: Db = {}) {
    await forgetOrderAccesses(inTransaction(context))
  }

  @InjectManager()
  async linkedTicket(id: string, @MedusaContext() context: Db = {}) {
    return linkedTicket(reading(context), id)
  }

  @InjectTransactionManager()
  async proveAddress(
    customerId: string,
    email: string,
    by: ProvenBy,
    @MedusaContext() context: Db = {}
  ) {
    await proveAddress(inTransaction(context), customerId, email, by)
  }

  @InjectManager()
  async isAddressProven(
    customerId: string,
    email: string,
    @MedusaContext() context: Db = {}
  ) {
    return isAddressProven(reading(context), customerId, email)
  }

  @InjectManager()
  async ratingsDue(limit: number, @MedusaContext() context: Db = {}) {
    return ratingsDue(reading(context), limit)
  }

  @InjectTransactionManager()
  async askForRatings(
    questions: RatingQuestion[],
    @MedusaContext() context: Db = {}
  ): Promise<number> {
    return askForRatings(inTransaction(context), questions)
  }

  @InjectManager()
  async ratingById(id: string, @MedusaContext() context: Db = {}) {
    return ratingById(reading(context), id)
  }

  @InjectTransactionManager()
  async ratingOfTicket(ticketId: string, @MedusaContext() context: Db = {}) {
    return ratingOfTicket(inTransaction(context), ticketId)
  }

  @InjectTransactionManager()
  async answerRating(
    rating: Pick<Rating, "id" | "ticket_id" | "scale">,
    answer: RatingAnswer,
    @MedusaContext() context: Db = {}
  ) {
    return answerRating(inTransaction(context), rating, answer)
  }

  @InjectTransactionManager()
  async withdrawAnswer(rated: RatedTicket, @MedusaContext() context: Db = {}) {
    await withdrawAnswer(inTransaction(context), rated)
  }

  /** What a shopper may rate on the page of her request; null for nothing. */
  @InjectManager()
  async questionOf(ticketId: string, @MedusaContext() context: Db = {}) {
    return questionOf(reading(context), ticketId)
  }

  @InjectManager()
  async ratingSummary(@MedusaContext() context: Db = {}) {
    return ratingSummary(reading(context))
  }
}

/** A department that begins to ask how it was asks about what is closed from then on. */
const withRatingSince = <Data extends DepartmentData>(
  data: Data,
  before: Pick<DepartmentDTO, "rating_mode"> | null
): Data =>
  data.rating_mode === "after_closing" && before?.rating_mode !== "after_closing"
    ? { rating_since: new Date(), ...data }
    : data

/** Messages with the version that each raised its ticket to. */
function numbered(messages: MessageRow[], version: number, vacated: number[]) {
  const versions = messageVersions(messages, version, vacated)

  return messages.map((message, index) => ({ ...message, version: versions[index] }))
}
