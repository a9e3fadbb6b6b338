import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
} from "@medusajs/framework/utils"
import { inTransaction, reading, rowsOf } from "../../../sql"
import { recordBounces, type BouncedMail } from "../records/bounces"
import { claimAutoReplies, oftenAnswered } from "../records/claim-auto-replies"
import { claimIdentities, copiesOf, usedMessageIds } from "../records/claim-identities"
import {
  postponeMails,
  reopenMails,
  settleMails,
  type PostponedMail,
  type SettledMail,
} from "../records/settle-mails"
import { storeDelivered, type DeliveredMail } from "../records/store-delivered"
import { ConsentMethods } from "./consent"
import type { Db } from "./tables"

/** A mail whose files the store did not take so often is given up. */
const MOST_ATTEMPTS = 5

/** Automatic answers in a day after which a machine may be answering them. */
const OFTEN_ANSWERED = 3

/** The way in: mails that arrived, and what became of them. */
export class InboundMethods extends ConsentMethods {
  /** Takes a mail that was brought. @returns its row, the one it had when it was brought before */
  @InjectTransactionManager()
  async storeDelivered(delivered: DeliveredMail, @MedusaContext() context: Db = {}) {
    return storeDelivered(inTransaction(context), delivered)
  }

  @InjectTransactionManager()
  async claimIdentities(
    mails: { inbound_mail_id: string; identity: string }[],
    @MedusaContext() context: Db = {}
  ) {
    return claimIdentities(inTransaction(context), mails)
  }

  @InjectTransactionManager()
  async claimAutoReplies(
    candidates: { inbound_mail_id: string; address: string }[],
    @MedusaContext() context: Db = {}
  ) {
    return claimAutoReplies(inTransaction(context), candidates)
  }

  /** Addresses, in lower case, that a machine may be answering from. */
  @InjectManager()
  async oftenAnswered(addresses: string[], @MedusaContext() context: Db = {}) {
    return oftenAnswered(reading(context), addresses, OFTEN_ANSWERED)
  }

  /** Message-IDs that other mails of the ledger have already. */
  @InjectManager()
  async usedMessageIds(
    mails: { inbound_mail_id: string; message_id: string }[],
    @MedusaContext() context: Db = {}
  ) {
    return usedMessageIds(reading(context), mails)
  }

  /** The accounts that got second copies, by the row first seen. */
  @InjectManager()
  async copiesOf(inboundMailIds: string[], @MedusaContext() context: Db = {}) {
    return copiesOf(reading(context), inboundMailIds)
  }

  /** Shows bounces on the mails they are about, and suppresses the addresses that had enough. */
  @InjectTransactionManager()
  async recordBounces(bounces: BouncedMail[], @MedusaContext() context: Db = {}) {
    return recordBounces(inTransaction(context), bounces)
  }

  @InjectManager()
  async settleMails(mails: SettledMail[], @MedusaContext() context: Db = {}) {
    await settleMails(reading(context), mails)
  }

  /** Leaves mails for a later poll, or gives them up. @returns how many were given up */
  @InjectManager()
  async postponeMails(mails: PostponedMail[], @MedusaContext() context: Db = {}) {
    return postponeMails(reading(context), mails, MOST_ATTEMPTS)
  }

  /** Puts mails that are on no ticket back to be read. @returns those that were */
  @InjectManager()
  async reopenMails(ids: string[], @MedusaContext() context: Db = {}) {
    return reopenMails(reading(context), ids)
  }

  /** The mail as it came. @throws NOT_FOUND */
  @InjectManager()
  async rawSource(id: string, @MedusaContext() context: Db = {}): Promise<Buffer> {
    const [row] = await rowsOf<{ source: Buffer }>(
      reading(context),
      `select source from crm_inbound_source where inbound_mail_id = ?`,
      [id]
    )
    if (!row) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Inbound mail ${id} was not found`
      )
    }
    return row.source
  }
}
