import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { inTransaction, reading } from "../../../sql"
import { observeMails, type ArrivedMail } from "../domain/observe-mails"
import {
  dismissAlert,
  markTold,
  noteAlerts,
  openAlerts,
  untoldAlerts,
} from "../records/mail-alerts"
import {
  recordObservations,
  recordReceivedTests,
  recordTestMail,
} from "../records/observations"
import { mailHealthFacts } from "../reports/mail-health"
import { newTestId, sendTestMail } from "../send-test-mail"
import type { MailAccountDTO } from "../types"
import { OutboundMethods } from "./outbound"
import type { Db } from "./tables"

const ALERTS_AT_ONCE = 50

/** How the mail is doing, and what agents are told of it. */
export class HealthMethods extends OutboundMethods {
  /** What is known of all accounts, to be diagnosed. */
  @InjectManager()
  async mailHealthFacts(@MedusaContext() context: Db = {}) {
    return mailHealthFacts(reading(context))
  }

  /** Learns from a batch of mails, oldest first, what their servers wrote into them. */
  @InjectManager()
  async observeMails(mails: ArrivedMail[], @MedusaContext() context: Db = {}) {
    const { observations, tests } = observeMails(mails, await this.referenceKey())

    await recordObservations(reading(context), observations)
    await recordReceivedTests(reading(context), tests)
  }

  /**
   * Sends a mail from an account to itself.
   * @returns when, and what the server said
   * @throws NOT_ALLOWED with the server's words
   */
  @InjectManager()
  async sendTestMail(account: MailAccountDTO, @MedusaContext() context: Db = {}) {
    const id = newTestId()
    const { smtp } = await this.accountSettings_(account)
    const sent_at = await recordTestMail(reading(context), account.id, id)
    const response = await sendTestMail(account, smtp, id, await this.referenceKey())

    return { id, sent_at, response }
  }

  /** Brings the alerts up to date. @returns what agents have not been told yet */
  @InjectTransactionManager()
  async noteAlerts(@MedusaContext() context: Db = {}) {
    await noteAlerts(inTransaction(context))

    return untoldAlerts(inTransaction(context), ALERTS_AT_ONCE)
  }

  @InjectManager()
  async openAlerts(@MedusaContext() context: Db = {}) {
    return openAlerts(reading(context))
  }

  /** @returns whether this call was the first to say that agents were told */
  @InjectManager()
  async markAlertTold(
    id: string,
    part: "beginning" | "ending",
    @MedusaContext() context: Db = {}
  ) {
    return markTold(reading(context), id, part)
  }

  /** Waves an alert aside. @throws NOT_FOUND; NOT_ALLOWED for one that ends by itself */
  @InjectManager()
  async dismissAlert(id: string, by: string | null, @MedusaContext() context: Db = {}) {
    await dismissAlert(reading(context), id, by)
  }
}
