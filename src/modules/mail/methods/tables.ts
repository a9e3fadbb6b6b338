import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context, Logger } from "@medusajs/framework/types"
import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaError,
  MedusaService,
} from "@medusajs/framework/utils"
import { readOptions, type CrmDeskOptions } from "../../../options"
import { inTransaction, reading, type Sql } from "../../../sql"
import type { Keyring } from "../domain/secret-box"
import { CrmAutoReply } from "../models/auto-reply"
import { CrmInboundMail } from "../models/inbound-mail"
import { CrmMailAccount } from "../models/mail-account"
import { CrmMailAlert } from "../models/mail-alert"
import { CrmMailBounce } from "../models/mail-bounce"
import { CrmMailObservation } from "../models/mail-observation"
import { CrmOutboundMail } from "../models/outbound-mail"
import { CrmSuppressedAddress } from "../models/suppressed-address"
import { mailHostPolicy, type MailHostPolicy } from "../transports/mail-host"

export type Db = Context<EntityManager>

/** The tables, the options, and the database: what every method stands on. */
export class MailTables extends MedusaService({
  CrmMailAccount,
  CrmInboundMail,
  CrmOutboundMail,
  CrmAutoReply,
  CrmMailBounce,
  CrmSuppressedAddress,
  CrmMailAlert,
  CrmMailObservation,
}) {
  readonly options: CrmDeskOptions

  protected readonly logger_: Logger

  protected readonly hosts_: MailHostPolicy

  constructor(container: { logger: Logger }, options: object) {
    super(...arguments)
    this.logger_ = container.logger
    this.options = readOptions(options)
    this.hosts_ = mailHostPolicy(this.options.allowedMailHosts)
  }

  protected keyring_(): Keyring {
    if (!this.options.keyring) {
      throw new MedusaError(
        MedusaError.Types.NOT_ALLOWED,
        "The CRM desk is switched off. Set the plugin option `enabled` to use it"
      )
    }
    return this.options.keyring
  }

  @InjectManager()
  protected async onDatabase_<T>(
    work: (sql: Sql) => Promise<T>,
    @MedusaContext() context: Db = {}
  ): Promise<T> {
    return work(reading(context))
  }

  @InjectTransactionManager()
  protected async inTransaction_<T>(
    work: (sql: Sql) => Promise<T>,
    @MedusaContext() context: Db = {}
  ): Promise<T> {
    return work(inTransaction(context))
  }
}
