import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { inTransaction, reading } from "../../../sql"
import { abandonedUploads, forgetUploads, keepUploads } from "../records/attachments"
import { recordAutoReplies, type AutoReplyMessage } from "../records/auto-reply"
import { messagesOnTickets } from "../records/find-candidates"
import { recordDeliveries, waitingMessages, type Delivery } from "../records/hand-over"
import {
  heldRepliesDue,
  releaseReply,
  rescheduleReply,
  sendReplyNow,
} from "../records/held-replies"
import { postMessage } from "../records/post-message"
import { withdrawMessage, type Withdrawable } from "../records/withdraw-message"
import type { Post } from "../records/post"
import {
  ownerOfAttachment,
  ownerOfInboundMail,
  setPrivacy,
} from "../records/private-messages"
import { receiveMails } from "../records/receive-mails"
import type { IncomingMail } from "../records/incoming-mail"
import { takeBackHeldReply } from "../records/take-back-reply"
import { recordMailChange, type Change } from "../records/ticket-events"
import type { Actor, StoredFile } from "../types"
import { SeveralTicketsMethods } from "./several-tickets"
import type { Db } from "./tables"

/** What is said on tickets, the mail of it, and the files. */
export class MessageMethods extends SeveralTicketsMethods {
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
}
