import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { inTransaction, reading } from "../../../sql"
import { seal } from "../domain/secret-box"
import { secretPlace } from "../domain/secret-mark"
import { pseudonymOf } from "../domain/suppression"
import { eraseMails, type MailsToErase } from "../records/erase-mails"
import {
  cancelMail,
  dropForgottenMails,
  dropHeldMails,
  enqueueMails,
  holdMail,
  markReported,
  releaseMail,
  retryMail,
  unreportedDeliveries,
  type DeliveryReport,
  type MailToSend,
} from "../records/outbox"
import { liftSuppressions, suppressedAmong } from "../records/suppress-addresses"
import { listOutboundMails, type OutboundListQuery } from "../reports/outbound-list"
import { InboundMethods } from "./inbound"
import type { Db } from "./tables"

/** The way out: mails that are to leave, and addresses that get none. */
export class OutboundMethods extends InboundMethods {
  @InjectManager()
  async enqueueMails(mails: MailToSend[], @MedusaContext() context: Db = {}) {
    await enqueueMails(
      reading(context),
      mails.map((mail) => ({
        ...mail,
        secret: mail.secret
          ? seal(
              mail.secret,
              secretPlace(mail.reference, mail.reference_id),
              this.keyring_()
            )
          : null,
      }))
    )
  }

  @InjectManager()
  async dropHeldMails(
    reference: string,
    referenceIds: string[],
    @MedusaContext() context: Db = {}
  ) {
    await dropHeldMails(reading(context), reference, referenceIds)
  }

  @InjectManager()
  async dropForgottenMails(@MedusaContext() context: Db = {}) {
    await dropForgottenMails(reading(context))
  }

  /** The outbox, newest first. */
  @InjectManager()
  async outboundList(query: OutboundListQuery, @MedusaContext() context: Db = {}) {
    return listOutboundMails(reading(context), query)
  }

  @InjectManager()
  async cancelMail(id: string, @MedusaContext() context: Db = {}) {
    return cancelMail(reading(context), id)
  }

  @InjectManager()
  async retryMail(id: string, @MedusaContext() context: Db = {}) {
    return retryMail(reading(context), id)
  }

  @InjectManager()
  async holdMail(id: string, until: Date, @MedusaContext() context: Db = {}) {
    return holdMail(reading(context), id, until)
  }

  @InjectManager()
  async releaseMail(id: string, @MedusaContext() context: Db = {}) {
    return releaseMail(reading(context), id)
  }

  /** Somebody wrote from these addresses, or an agent wants it: automatic mail goes there again. */
  @InjectManager()
  async liftSuppressions(addresses: string[], @MedusaContext() context: Db = {}) {
    return liftSuppressions(reading(context), addresses, await this.referenceKey())
  }

  /** Which of these addresses, in lower case, get no automatic mail. */
  @InjectManager()
  async suppressedAmong(addresses: string[], @MedusaContext() context: Db = {}) {
    return suppressedAmong(reading(context), addresses, await this.referenceKey())
  }

  /** Erases what is kept of a person's mail. The ledger keeps its rows. */
  @InjectTransactionManager()
  async eraseMails(who: MailsToErase, @MedusaContext() context: Db = {}) {
    const key = await this.referenceKey()

    await eraseMails(inTransaction(context), who, (address) => pseudonymOf(address, key))
  }

  @InjectManager()
  async unreportedDeliveries(limit: number, @MedusaContext() context: Db = {}) {
    return unreportedDeliveries(reading(context), limit)
  }

  @InjectManager()
  async markReported(reports: DeliveryReport[], @MedusaContext() context: Db = {}) {
    await markReported(reading(context), reports)
  }
}
