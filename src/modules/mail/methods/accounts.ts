import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { inTransaction, reading } from "../../../sql"
import { tidyingOf } from "../account-settings"
import { checkServers } from "../check-servers"
import { mailSentence } from "../domain/mail-sentences"
import { OwnAddresses } from "../domain/own-addresses"
import { dueAccounts } from "../records/account-health"
import { takeBackMails } from "../records/outbox"
import { keepSecret, SECRET_NAMES } from "../records/secrets"
import { quarantineStored } from "../records/settle-mails"
import { forgetPositions } from "../records/store-mails"
import { forgetTidying } from "../records/tidy-pending"
import type { MailAccountData, MailAccountDTO, Passwords } from "../types"
import { SecretMethods } from "./secrets"
import type { Db } from "./tables"

/** Which mailbox an account reads. */
const MAILBOX_COLUMNS = ["imap_host", "imap_port", "imap_username"] as const

const isChanged = (before: unknown, after: unknown) =>
  after !== undefined && after !== before

/** Whatever kept mail from leaving may have been mended. */
const SENDING_ANEW = { smtp_failures: 0, smtp_error: null, smtp_paused_until: null }

/** Mail accounts: made, changed, checked, removed. */
export class AccountMethods extends SecretMethods {
  /** @throws DUPLICATE_ERROR when another account has the address */
  @InjectTransactionManager()
  async createMailAccount(
    { imap_password, smtp_password, ...columns }: MailAccountData,
    @MedusaContext() context: Db = {}
  ): Promise<MailAccountDTO> {
    const id = generateEntityId("", "macc")
    const account = await this.createCrmMailAccounts(
      { ...columns, id } as MailAccountDTO,
      context
    )

    // MikroORM writes at the end of the transaction; the password refers to the row.
    await context.transactionManager?.flush()
    await this.keepPasswords_(id, { imap_password, smtp_password }, context)
    return account
  }

  /**
   * A password that is left out stays; null forgets it. A change is polled at once, and sent with; an
   * account that reads elsewhere now is read there from the beginning. A password given to an account
   * that was connected through a provider takes the place of the consent.
   */
  @InjectTransactionManager()
  async updateMailAccount(
    id: string,
    { imap_password, smtp_password, ...columns }: MailAccountData,
    @MedusaContext() context: Db = {}
  ): Promise<MailAccountDTO> {
    const before = await this.retrieveCrmMailAccount(id, {}, context)

    if (MAILBOX_COLUMNS.some((name) => isChanged(before[name], columns[name]))) {
      await forgetPositions(inTransaction(context), id)
    }
    await this.keepPasswords_(id, { imap_password, smtp_password }, context)

    if (columns.after_reading) {
      await forgetTidying(inTransaction(context), id, columns.after_reading)
    }
    return this.updateCrmMailAccounts(
      {
        id,
        ...columns,
        ...(columns.after_reading ? { after_reading_error: null } : {}),
        ...(imap_password ? await this.withoutConsent_(id, context) : {}),
        next_poll_at: null,
        ...SENDING_ANEW,
      },
      context
    )
  }

  /**
   * Removes an account with its passwords. Mail of it that was not read yet is quarantined, from
   * where it can be read again; mail that has not left is taken back.
   * @returns who asked for the mails that were taken back, to hand them over elsewhere
   */
  @InjectTransactionManager()
  async removeMailAccount(id: string, @MedusaContext() context: Db = {}) {
    const sql = inTransaction(context)

    await this.softDeleteCrmMailAccounts([id], {}, context)
    for (const name of SECRET_NAMES) {
      await keepSecret(sql, this.keyring_(), id, name, null)
    }
    await quarantineStored(sql, id, mailSentence("account_removed"))

    return takeBackMails(sql, id)
  }

  /**
   * Logs in to both servers, and looks for the folder that mails are moved to.
   * @param typed passwords that are not saved; those that are stand in for what was not typed
   * @returns the servers' own words where one refused
   */
  async checkAccount(account: MailAccountDTO, typed: Passwords = {}) {
    const { imap, smtp } = await this.accountSettings_(account, typed)
    const tidying = tidyingOf(account)

    return checkServers({ imap, smtp }, tidying?.kind === "move" ? tidying.folder : null)
  }

  @InjectManager()
  async accountsDue(limit: number, @MedusaContext() context: Db = {}) {
    return dueAccounts(reading(context), limit)
  }

  /** The addresses of all accounts, those that are switched off too. */
  async ownAddresses(): Promise<OwnAddresses> {
    const accounts = await this.listCrmMailAccounts({}, { take: null })

    return new OwnAddresses(accounts.map(({ address }) => address))
  }

  /** Forgets the tokens. @returns the columns that say so */
  @InjectTransactionManager()
  protected async withoutConsent_(id: string, @MedusaContext() context: Db = {}) {
    const sql = inTransaction(context)
    const { oauth_provider, state } = await this.retrieveCrmMailAccount(id, {}, context)

    for (const name of ["oauth_access_token", "oauth_refresh_token"] as const) {
      await keepSecret(sql, this.keyring_(), id, name, null)
    }
    return {
      ...(state === "reconnect" ? { state: "new" as const, last_error: null } : {}),
      ...(oauth_provider && {
        oauth_provider: null,
        oauth_connected_as: null,
        oauth_expires_at: null,
        oauth_renewed_at: null,
      }),
    }
  }
}
