import { model } from "@medusajs/framework/utils"
import type { SeenAuthentication } from "../types"

/**
 * What the mails of an account taught us about its servers, kept while they pass by: reading their
 * sources again for every look at the doctor's page would be slow. One row per account.
 */
export const CrmMailObservation = model
  .define("crm_mail_observation", {
    id: model.id({ prefix: "mobs" }).primaryKey(),
    account_id: model.text(),
    /** Of the newest mail that carried any Authentication-Results. */
    authentication: model.json<SeenAuthentication>().nullable(),
    /** Who signed the topmost Authentication-Results of the latest mails, newest first; empty: none. */
    authserv_ids: model.json<string[]>().nullable(),
    /**
     * INTERNALDATE of the newest mail minus the moment we stored it, by the database's clock. Above
     * zero the mail server's clock is ahead by at least that; below, the mail merely waited.
     */
    arrival_offset_seconds: model.number().nullable(),
    arrived_at: model.dateTime().nullable(),
    /** When a mail that we had sent was last found in the mailbox. */
    own_mail_at: model.dateTime().nullable(),

    /** The last test mail from the account to itself. */
    test_id: model.text().nullable(),
    test_sent_at: model.dateTime().nullable(),
    test_received_at: model.dateTime().nullable(),
    test_server_date: model.dateTime().nullable(),
    test_inbound_mail_id: model.text().nullable(),
  })
  .indexes([
    { on: ["account_id"], unique: true, where: "deleted_at IS NULL" },
    { on: ["test_id"], where: "test_id IS NOT NULL" },
  ])
